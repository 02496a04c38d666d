import type { Day } from '../kernel/days.js';
import type {
  CandidateId,
  EmployerId,
  EventId,
  FollowUpId,
  InstrumentId,
  MatchId,
  MeasurementId,
  MeetingId,
  PlacementId,
  PlanId,
  ProgrammeId,
  TrajectoryId,
  WorkplaceId,
} from '../kernel/ids.js';
import type { AgreementSubject, Goal, PlacementKind, Side } from '../programme/terms.js';
import { nothingAround, type Around } from './around.js';
import { nothingSupported, type Supported } from './supported.js';
import type { Fact, TrajectoryEvent, TrajectoryEventOf } from './trajectory.events.js';

/** Whose life this is, in which programme, under which version of it, by now. */
export type Subject = Readonly<{
  candidateId: CandidateId;
  programmeId: ProgrammeId;
  programmeVersion: number;
  round: number;
  previousTrajectoryId: TrajectoryId | null;
}>;

/** The last word of a side on a match. */
export type Interest = Readonly<{ interested: boolean; on: Day }>;

/** Two who may suit each other. It stays known after it fell through: what ended on a day was still there on that day. */
export type Match = Readonly<{
  employerId: EmployerId;
  meetingId: MeetingId | null;
  workplaceId: WorkplaceId | null;
  says: Readonly<Record<Side, Interest | null>>;
  madeOn: Day | null;
  fellOn: Day | null;
  fellFor: TrajectoryEventOf<'MatchFellThrough'>['data']['reason'] | null;
  talkedOn: Day | null;
  placementId: PlacementId | null;
}>;

/** `agreed`: the subjects that it holds now. `replacedOn`: the day on which another one was agreed. */
export type Plan = Readonly<{ goal: Goal; agreed: readonly AgreementSubject[]; agreedOn: Day; replacedOn: Day | null }>;

/** `endedOn` is its last day. `lastDays` are those that were agreed one after the other, null for none; `contractsFrom` the first days of its contracts. */
export type Placement = Readonly<{
  matchId: MatchId;
  kind: PlacementKind;
  startedOn: Day;
  endedOn: Day | null;
  lastDays: readonly (Day | null)[];
  contractsFrom: readonly Day[];
}>;

/** What was granted from a day until another, both inclusive; `endedOn` is its last day where it ended otherwise. */
export type Instrument = Readonly<{
  placementId: PlacementId | null;
  kind: TrajectoryEventOf<'InstrumentGranted'>['data']['kind'];
  from: Day;
  until: Day | null;
  endedOn: Day | null;
}>;

/** What a side said against a measurement. */
export type Objection = Readonly<{ filedOn: Day; decidedOn: Day | null }>;

export type Measurement = Readonly<{ objections: Readonly<Record<Side, Objection | null>> }>;

/** A promise that is kept in the ledger. `steps` counts what fell due and was escalated under the present version. */
export type FollowUp = Readonly<{
  ruleId: string;
  cause: EventId;
  with: Side;
  dueOn: Day;
  version: number;
  steps: number;
  ended: 'done' | 'cancelled' | null;
}>;

/** Where a candidate stands: only what later decisions need. Which phase that is, the programme says. */
export type Trajectory = Around &
  Supported &
  Readonly<{
    /** The day of the first event: an offer, or the start itself. */
    begunOn: Day | null;
    subject: Subject | null;
    /** The programme in which it was begun, and from which its id is made; it may have come over to another since. */
    begunIn: ProgrammeId | null;
    offer: 'open' | 'accepted' | 'declined' | null;
    startedOn: Day | null;
    goal: Readonly<{ goal: Goal; askAgainOn: Day | null }> | null;
    matches: ReadonlyMap<MatchId, Match>;
    /** In the order in which they were agreed; the last one holds. */
    plans: ReadonlyMap<PlanId, Plan>;
    placements: ReadonlyMap<PlacementId, Placement>;
    /** The first day of each new job, with the day on which it was found. */
    newJobs: ReadonlyMap<Day, Day>;
    instruments: ReadonlyMap<InstrumentId, Instrument>;
    measurements: ReadonlyMap<MeasurementId, Measurement>;
    closed: Readonly<{ on: Day; result: string }> | null;
    followUps: ReadonlyMap<FollowUpId, FollowUp>;
    /** The kinds of facts that happened so far: what opens the phases of the programme. */
    happened: ReadonlySet<Fact['type']>;
  }>;

export const nothingYet: Trajectory = {
  ...nothingAround,
  ...nothingSupported,
  begunOn: null,
  subject: null,
  begunIn: null,
  offer: null,
  startedOn: null,
  goal: null,
  matches: new Map(),
  plans: new Map(),
  placements: new Map(),
  newJobs: new Map(),
  instruments: new Map(),
  measurements: new Map(),
  closed: null,
  followUps: new Map(),
  happened: new Set(),
};

/** How some of the events fold; each phase has those of its own. */
export type Folds<T extends TrajectoryEvent['type']> = {
  readonly [N in T]: (state: Trajectory, event: TrajectoryEventOf<N>) => Trajectory;
};

/** The map with `key` changed; an id that it does not know leaves it as it is. */
export function changed<K, V>(map: ReadonlyMap<K, V>, key: K, change: (value: V) => V): ReadonlyMap<K, V> {
  const value = map.get(key);
  return value === undefined ? map : new Map(map).set(key, change(value));
}

/** The map with `key` added; an id that it knows already keeps what it has. */
export function added<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return map.has(key) ? map : new Map(map).set(key, value);
}
