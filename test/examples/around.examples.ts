import { dayFrom } from '../../src/kernel/days.js';
import type {
  CohortId,
  HandoverId,
  IntakeId,
  LiteracyActionId,
  OrganisationId,
  PresentationId,
  ReferralId,
  RetrainingId,
  SubjectId,
} from '../../src/kernel/ids.js';
import type { TrajectoryEvent, TrajectoryEventOf } from '../../src/trajectory/trajectory.events.js';
import { testId } from '../harness/ids.js';
import { agreementId, bakery, command, event, planId, started, words } from './trajectory.examples.js';

/** Who else takes part in the examples. */
export const school: OrganisationId = testId('organisation', 'school');
export const uwv: OrganisationId = testId('organisation', 'uwv');
export const cohortId: CohortId = testId('cohort', '2019');
export const handoverId: HandoverId = testId('handover', 'school');
export const kim = 'worker-7' as SubjectId;
export const robin = 'worker-8' as SubjectId;

export const intakeId: IntakeId = testId('intake', 'first');
export const literacyActionId: LiteracyActionId = testId('literacy-action', 'reading');

export const presentationId: PresentationId = testId('presentation', 'video');
export const referralId: ReferralId = testId('referral', 'school');
export const retrainingId: RetrainingId = testId('retraining', 'bakery');

const assignment = { subject: kim, reason: 'first-caseworker' } as const;
const joining = {
  organisationId: school,
  role: 'school',
  legalBasis: 'public-task' as TrajectoryEventOf<'PartyJoined'>['data']['legalBasis'],
} as const;
const leaving = { organisationId: school, reason: 'task-done' } as const;
const toSchool = { organisationId: school, reason: 'expertise' } as const;
const noCapacity = { handoverId, reason: 'no-capacity' } as const;
const dismissal = { dismissalOn: dayFrom('2020-03-01'), source: 'employer', employerId: null } as const;

export const caseworkerAssigned = event('CaseworkerAssigned', assignment);
export const includedInCohort = event('IncludedInCohort', { cohortId });
export const partyJoined = event('PartyJoined', joining);
export const partyLeft = event('PartyLeft', leaving);
export const handoverOffered = event('HandoverOffered', { handoverId, ...toSchool });
export const handoverAccepted = event('HandoverAccepted', { handoverId });
export const handoverRefused = event('HandoverRefused', noCapacity);
export const dismissalAnnounced = event('DismissalAnnounced', dismissal);
export const dismissalRevised = event('DismissalRevised', dismissal);

const first = { intakeId, excused: true } as const;
const talk = { intakeId, talents: ['technical'], needs: [], ambitions: ['paid-work'], barriers: ['travel'] } as const;
const next = { followUpOn: dayFrom('2019-11-01') };
const marks = { learningAbility: 3, motivation: 4, scale: 5 };
const upwards = { step: 'volunteer-work', reason: 'progress' } as const;
const silence = { since: dayFrom('2019-10-04'), weeks: 8, policyVersion: 1 };
const level = 'language-1f' as TrajectoryEventOf<'LiteracyActionAgreed'>['data']['level'];

export const intakeScheduled = event('IntakeScheduled', { intakeId, intakeOn: dayFrom('2019-10-11') });
export const intakeMissed = event('IntakeMissed', first);
export const intakeHeld = event('IntakeHeld', talk);
export const followUpAgreed = event('FollowUpAgreed', next);
export const assessmentRecorded = event('AssessmentRecorded', marks);
export const stepChanged = event('ParticipationStepChanged', upwards);
export const stagnationFlagged = event('StagnationFlagged', silence);
export const literacyAgreed = event('LiteracyActionAgreed', { literacyActionId, level, organisationId: null });
export const literacyCompleted = event('LiteracyActionCompleted', { literacyActionId, level });
export const incomeEffectDiscussed = event('IncomeEffectDiscussed', { matchId: null });

const video = { kind: 'video', permission: 'written' } as const;
const takenBack = { presentationId, reason: 'candidate-asked' } as const;
const looked = { presentationId, employerId: bakery };
const evaluation = { planId, participants: ['candidate', 'municipality'], outcome: 'goes-well' } as const;
const everybody = ['candidate', 'employer', 'municipality'] as const;
const more = { subject: 'travel', owner: 'candidate', dueOn: dayFrom('2029-12-31') } as const;
const revision = { planId, reason: 'evaluation', drops: [], signatories: everybody } as const;
const breach = { agreementId, reason: 'not-done' } as const;
const toCandidate = { agreementId, owner: 'candidate', reason: 'can-do-it-alone' } as const;
const asked = { organisationId: school, service: 'training' } as const;
const came = { referralId, outcome: 'reached' } as const;
const learning = { kind: 'reskilling', organisationId: null } as const;
const qualified = { retrainingId, qualified: true };
const dropped = { retrainingId, reason: 'found-work' } as const;

export const presentationPublished = event('PresentationPublished', { presentationId, ...video });
export const presentationWithdrawn = event('PresentationWithdrawn', takenBack);
export const presentationViewed = event('PresentationViewed', looked);
export const planEvaluated = event('PlanEvaluated', evaluation);
/** The agreement that the example of a revision adds. */
export const travelId = testId<'agreement'>('agreement', 'travel');
export const planRevised = event('PlanRevised', { ...revision, adds: [{ agreementId: travelId, ...more }] });
export const agreementKept = event('AgreementKept', { agreementId });
export const agreementBroken = event('AgreementBroken', breach);
export const agreementReassigned = event('AgreementReassigned', toCandidate);
export const providerReferred = event('ProviderReferred', { referralId, ...asked });
export const providerAccepted = event('ProviderAccepted', { referralId });
export const providerCompleted = event('ProviderCompleted', came);
export const retrainingStarted = event('RetrainingStarted', { retrainingId, ...learning });
export const retrainingCompleted = event('RetrainingCompleted', qualified);
export const retrainingDropped = event('RetrainingDropped', dropped);

export const assignCaseworker = command('AssignCaseworker', assignment);
export const includeInCohort = command('IncludeInCohort', { cohortId });
export const addParty = command('AddParty', joining);
export const removeParty = command('RemoveParty', leaving);
export const offerHandover = command('OfferHandover', toSchool);
export const acceptHandover = command('AcceptHandover', { handoverId });
export const refuseHandover = command('RefuseHandover', noCapacity);
export const announceDismissal = command('AnnounceDismissal', dismissal);
export const reviseDismissal = command('ReviseDismissal', dismissal);

export const scheduleIntake = command('ScheduleIntake', { intakeOn: dayFrom('2019-10-11') });
export const recordMissedIntake = command('RecordMissedIntake', first);
export const recordIntake = command('RecordIntake', talk);
export const agreeFollowUp = command('AgreeFollowUp', next);
export const recordAssessment = command('RecordAssessment', marks);
export const changeParticipationStep = command('ChangeParticipationStep', upwards);
export const flagStagnation = command('FlagStagnation', silence);
export const agreeLiteracyAction = command('AgreeLiteracyAction', { level, organisationId: null });
export const completeLiteracyAction = command('CompleteLiteracyAction', { literacyActionId, level });
export const discussIncomeEffect = (...about: Parameters<ReturnType<typeof command<'DiscussIncomeEffect'>>>) => ({
  ...command('DiscussIncomeEffect', { matchId: null })(...about),
  seal: words,
});

export const publishPresentation = (...about: Parameters<ReturnType<typeof command<'PublishPresentation'>>>) => ({
  ...command('PublishPresentation', video)(...about),
  seal: words,
});
export const withdrawPresentation = command('WithdrawPresentation', takenBack);
export const recordPresentationView = command('RecordPresentationView', looked);
export const evaluatePlan = command('EvaluatePlan', evaluation);
export const revisePlan = command('RevisePlan', { ...revision, adds: [more] });
export const recordAgreementKept = command('RecordAgreementKept', { agreementId });
export const recordAgreementBroken = command('RecordAgreementBroken', breach);
export const reassignAgreement = command('ReassignAgreement', toCandidate);
export const referToProvider = command('ReferToProvider', asked);
export const acceptReferral = command('AcceptReferral', { referralId });
export const completeReferral = command('CompleteReferral', came);
export const startRetraining = command('StartRetraining', learning);
export const completeRetraining = command('CompleteRetraining', qualified);
export const dropRetraining = command('DropRetraining', dropped);

/** Started on 3 October 2019, with an intake planned for the 11th. */
export const invited: readonly TrajectoryEvent[] = [started({ on: '2019-10-03' }), intakeScheduled({ on: '2019-10-04' })];
