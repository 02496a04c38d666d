// The figures of each programme, from its events that count.
import { counterOf } from './log.mjs';

/** By programme: its events, to its figures by name. */
export const FIGURES = {
  'meedoen-werkt': (events) => {
    const { count } = counterOf(events);
    return {
      'meetings held': count('MeetingHeld'),
      'meetings cancelled from March 2020': count('MeetingCancelled'),
      'candidates registered': count('CandidateRegistered'),
      'of whom walked in': count('CandidateRegistered', ({ walkIn }) => walkIn),
      'employers registered': count('EmployerRegistered'),
      'invitations sent': count('InvitationSent'),
      'guests who came': count('AttendanceRecorded', ({ attendance }) => attendance === 'attended'),
      'times somebody was interested': count('MeetingInterestExpressed', ({ interested }) => interested),
      'matches made': count('MatchMade'),
      'matches that fell through': count('MatchFellThrough'),
      'three-party talks': count('TripartiteTalkHeld'),
      'plans agreed': count('PlanAgreed'),
      'goals other than paid work': count('GoalChanged', ({ goal }) => goal !== 'paid-work'),
      'presentations from afar': count('PresentationPublished'),
      'placements started': count('PlacementStarted'),
      'placements ended': count('PlacementEnded'),
      'times support was asked': count('SupportRequested'),
      ...followUpsOf(events),
      'follow-ups done': count('FollowUpDone'),
      'check-ins missed': count('CheckInMissed'),
      'returns told': count('CandidateReturned'),
      'second rounds': count('TrajectoryStarted', ({ round }) => round > 1),
    };
  },
  'praktijktafel-twente': (events) => {
    const { count } = counterOf(events);
    const referred = (referral) => count('TrajectoryStarted', (data) => data.referral === referral);
    return {
      organisations: count('OrganisationRegistered'),
      'referred from special education': referred('special-education'),
      'referred by UWV, in WW': referred('uwv'),
      'who came by themselves, without a benefit': referred('own-initiative'),
      'referred by the municipality, in bijstand': referred('municipality'),
      'times an organisation joined': count('PartyJoined'),
      'hand-overs accepted': count('HandoverAccepted'),
      'hand-overs refused': count('HandoverRefused'),
      'employers at the knowledge session and the table': count('AttendanceRecorded', ({ party }) => party.kind === 'employer'),
      'functions carved': count('FunctionAdapted'),
      'places kept for a match': count('WorkplaceReserved'),
      'places filled': count('WorkplaceFilled'),
      'places free again': count('WorkplaceReleased'),
      'learn-work places taken': count('PlacementStarted', ({ kind }) => kind === 'learn-work'),
      jobs: count('PlacementStarted', ({ kind }) => kind === 'job'),
      'measurements of what work is worth': count('LoonwaardeMeasured'),
      'literacy actions completed': count('LiteracyActionCompleted'),
      'incentives granted': count('IncentiveGranted'),
      'sanctions recorded': count('SanctionRecorded'),
      'windows of countability that ended': count('CountabilityExpired'),
      'returns told': count('CandidateReturned'),
      'second rounds': count('TrajectoryStarted', ({ round }) => round > 1),
      ...followUpsOf(events),
    };
  },
  'van-werk-naar-werk': (events) => {
    const { count, all } = counterOf(events);
    const enrolledOn = new Map(all('TrajectoryStarted').map(({ streamId, data }) => [streamId, data.enrolledOn]));
    const found = all('NewJobFound');
    const isInTime = ({ streamId, occurredOn }) =>
      enrolledOn.has(streamId) && occurredOn <= monthsAfter(enrolledOn.get(streamId), 6);
    const inTime = found.filter(isInTime).length;
    const [offered, enrolled] = [count('TrajectoryOffered'), count('TrajectoryStarted')];
    return {
      employers: count('EmployerRegistered'),
      'workers to whom it was offered': offered,
      'workers who enrolled': enrolled,
      'new jobs within 6 months of enrolment': inTime,
      'new jobs later': found.length - inTime,
      'of a hundred who enrolled, within 6 months': Math.round((100 * inTime) / enrolled),
      'of a hundred to whom it was offered': Math.round((100 * inTime) / offered),
      'dismissals announced': count('DismissalAnnounced'),
      'dismissals revised': count('DismissalRevised'),
      'retrainings taken up': count('RetrainingStarted'),
      'retrainings dropped': count('RetrainingDropped'),
      'referrals to providers': count('ProviderReferred'),
      ...followUpsOf(events),
    };
  },
  'werkoffensief-500': (events) => {
    const { count, streams, all } = counterOf(events);
    const by = (_, { occurredOn }) => occurredOn <= '2019-03-21';
    const [talked, agreed] = [streams('IntakeHeld', by), streams('FollowUpAgreed', by)];
    return {
      'persons in the frozen cohort': cohortsIn(events),
      'persons talked with by 21 March 2019': talked,
      'of whom in the cohort': streams('IncludedInCohort'),
      'persons with a next appointment by then': agreed,
      'of a hundred talked with': Math.round((100 * agreed) / talked),
      'agreements with employers by then': count('EmployerAgreementSigned', by),
      'contracts signed by then': count('ContractSigned', by),
      'target of 2019: persons from benefit into a job': all('TargetSet').reduce((total, { data }) => total + data.count, 0),
      'persons into a job in 2019': streams('PlacementStarted', ({ kind }) => kind === 'job'),
      'check-ins with candidate or employer': count('CheckInRecorded'),
      ...followUpsOf(events),
    };
  },
  werkwinkel: (events) => {
    const { count, streams } = counterOf(events);
    const reached = (step) => streams('ParticipationStepChanged', (data) => data.step === step);
    const placed = (kind, location) => count('PlacementStarted', (data) => data.kind === kind && data.location === location);
    const guided = (kind) => count('GuidanceSessionHeld', (data) => data.kind === kind);
    return {
      volunteers: reached('volunteer-work'),
      'of whom reached work experience': reached('work-experience'),
      'of whom reached paid work': reached('paid-work'),
      'steps back': count('ParticipationStepChanged', ({ reason }) => reason === 'setback'),
      'work experience inside': placed('work-experience', 'internal'),
      'work experience outside': placed('work-experience', 'external'),
      'paid work inside': placed('job', 'internal'),
      'paid work outside': placed('job', 'external'),
      'contracts signed': count('ContractSigned'),
      'guidance, coaching': guided('coaching'),
      'guidance, on the job': guided('on-the-job'),
      'stagnations flagged': count('StagnationFlagged'),
      'aftercare contacts assigned': count('AftercareContactAssigned'),
      'risks flagged': count('RiskFlagged'),
      'dropped out of work': count('PlacementEnded', ({ reason }) => reason === 'dropped-out'),
      ...followUpsOf(events),
    };
  },
};

function followUpsOf(events) {
  const { count } = counterOf(events);
  return {
    'follow-ups planned': count('FollowUpPlanned'),
    'follow-ups fallen due': count('FollowUpFellDue', ({ step }) => step === 0),
  };
}

/** How many people the cohorts count: who had the benefit for long enough, by what stood in the log before each was frozen. */
function cohortsIn(events) {
  return events.reduce((total, { type, data }, at) => {
    if (type !== 'CohortFrozen') return total;
    const latest = monthsAfter(data.asOf, -data.months);
    const told = events.slice(0, at).filter((event) => event.type === 'BenefitStarted' && event.data.kind === data.benefit);
    return total + new Set(told.filter(({ occurredOn }) => occurredOn <= latest).map(({ streamId }) => streamId)).size;
  }, 0);
}

/** The same day so many months later; the enrolments of the story lie on days that every month has. */
function monthsAfter(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
}
