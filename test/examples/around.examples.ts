import { dayFrom } from '../../src/kernel/days.js';
import type { CohortId, HandoverId, IntakeId, LiteracyActionId, OrganisationId, SubjectId } from '../../src/kernel/ids.js';
import type { TrajectoryEvent, TrajectoryEventOf } from '../../src/trajectory/trajectory.events.js';
import { testId } from '../harness/ids.js';
import { command, event, started, words } from './trajectory.examples.js';

/** Who else takes part in the examples. */
export const school: OrganisationId = testId('organisation', 'school');
export const uwv: OrganisationId = testId('organisation', 'uwv');
export const cohortId: CohortId = testId('cohort', '2019');
export const handoverId: HandoverId = testId('handover', 'school');
export const kim = 'worker-7' as SubjectId;
export const robin = 'worker-8' as SubjectId;

export const intakeId: IntakeId = testId('intake', 'first');
export const literacyActionId: LiteracyActionId = testId('literacy-action', 'reading');

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

/** Started on 3 October 2019, with an intake planned for the 11th. */
export const invited: readonly TrajectoryEvent[] = [started({ on: '2019-10-03' }), intakeScheduled({ on: '2019-10-04' })];
