import type { Day } from '../kernel/days.js';
import type {
  AgreementId,
  CohortId,
  HandoverId,
  IntakeId,
  LiteracyActionId,
  OrganisationId,
  PlanId,
  PresentationId,
  ReferralId,
  RetrainingId,
  SubjectId,
} from '../kernel/ids.js';
import type { AgreementSubject, Party } from '../programme/terms.js';
import type { TrajectoryEventOf } from './trajectory.events.js';

/** An organisation that takes part; `leftOn` is its last day. */
export type PartyTaking = Readonly<{ role: TrajectoryEventOf<'PartyJoined'>['data']['role']; joinedOn: Day; leftOn: Day | null }>;

/** The question to an organisation to take the guidance over. */
export type Handover = Readonly<{
  organisationId: OrganisationId;
  offeredOn: Day;
  answer: Readonly<{ how: 'accepted' | 'refused'; on: Day }> | null;
}>;

/** A talk that was planned; `over` says what became of it. */
export type Intake = Readonly<{ intakeOn: Day; over: Readonly<{ how: 'held' | 'missed'; on: Day }> | null }>;

/** A step of the ladder of participation. */
export type ParticipationStep = TrajectoryEventOf<'ParticipationStepChanged'>['data']['step'];

/** Who does what by when; `replacedOn`: the day on which it was dropped, or another plan was agreed. */
export type Agreement = Readonly<{
  planId: PlanId;
  subject: AgreementSubject;
  owner: Party;
  dueOn: Day;
  replacedOn: Day | null;
  settled: Readonly<{ how: 'kept' | 'broken'; on: Day }> | null;
}>;

/** What a provider was asked for. */
export type Referral = Readonly<{ organisationId: OrganisationId; acceptedOn: Day | null; completedOn: Day | null }>;

/** Learning other or better work; `over` says what became of it. */
export type Retraining = Readonly<{ over: Readonly<{ how: 'completed' | 'dropped'; on: Day }> | null }>;

/** What is known around the matches and placements: who takes part, how somebody gets on, what was agreed and asked of others. */
export type Around = Readonly<{
  caseworker: Readonly<{ subject: SubjectId; since: Day }> | null;
  /** With the day on which it was counted in. */
  cohorts: ReadonlyMap<CohortId, Day>;
  parties: ReadonlyMap<OrganisationId, PartyTaking>;
  handovers: ReadonlyMap<HandoverId, Handover>;
  dismissal: Readonly<{ announcedOn: Day; dismissalOn: Day }> | null;
  intakes: ReadonlyMap<IntakeId, Intake>;
  /** `from`: the step before it, null where there was none. */
  participation: Readonly<{ step: ParticipationStep; from: ParticipationStep | null; since: Day }> | null;
  literacyActions: ReadonlyMap<LiteracyActionId, Readonly<{ completedOn: Day | null }>>;
  presentations: ReadonlyMap<PresentationId, Readonly<{ withdrawnOn: Day | null }>>;
  /** Those of every plan. */
  agreements: ReadonlyMap<AgreementId, Agreement>;
  referrals: ReadonlyMap<ReferralId, Referral>;
  retrainings: ReadonlyMap<RetrainingId, Retraining>;
}>;

export const nothingAround: Around = {
  caseworker: null,
  cohorts: new Map(),
  parties: new Map(),
  handovers: new Map(),
  dismissal: null,
  intakes: new Map(),
  participation: null,
  literacyActions: new Map(),
  presentations: new Map(),
  agreements: new Map(),
  referrals: new Map(),
  retrainings: new Map(),
};
