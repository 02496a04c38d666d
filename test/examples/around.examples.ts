import { dayFrom } from '../../src/kernel/days.js';
import type { CohortId, HandoverId, OrganisationId, SubjectId } from '../../src/kernel/ids.js';
import type { TrajectoryEventOf } from '../../src/trajectory/trajectory.events.js';
import { testId } from '../harness/ids.js';
import { command, event } from './trajectory.examples.js';

/** Who else takes part in the examples. */
export const school: OrganisationId = testId('organisation', 'school');
export const uwv: OrganisationId = testId('organisation', 'uwv');
export const cohortId: CohortId = testId('cohort', '2019');
export const handoverId: HandoverId = testId('handover', 'school');
export const kim = 'worker-7' as SubjectId;
export const robin = 'worker-8' as SubjectId;

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

export const assignCaseworker = command('AssignCaseworker', assignment);
export const includeInCohort = command('IncludeInCohort', { cohortId });
export const addParty = command('AddParty', joining);
export const removeParty = command('RemoveParty', leaving);
export const offerHandover = command('OfferHandover', toSchool);
export const acceptHandover = command('AcceptHandover', { handoverId });
export const refuseHandover = command('RefuseHandover', noCapacity);
export const announceDismissal = command('AnnounceDismissal', dismissal);
export const reviseDismissal = command('ReviseDismissal', dismissal);
