import type { CandidateEvent } from '../candidate/candidate.events.js';
import type { Candidate } from '../candidate/candidate.js';
import type { EventCorrected } from '../kernel/corrected.events.js';
import type { Command, Recorded } from '../kernel/messages.js';
import type { TrajectoryId, WorkplaceId } from '../kernel/ids.js';
import type { MeetingEvent } from '../meeting/meeting.events.js';
import type { Meeting } from '../meeting/meeting.js';
import type { OfferTrajectory } from '../trajectory/start/offer-trajectory.js';
import type { TrajectoryCommand } from '../trajectory/commands.js';
import type { TrajectoryEvent } from '../trajectory/trajectory.events.js';
import type { Trajectory } from '../trajectory/trajectory.js';
import type { WorkplaceCommand } from '../workplace/decider.js';
import type { WorkplaceEvent } from '../workplace/workplace.events.js';
import type { Workplace } from '../workplace/workplace.js';
import type { Look } from './look.js';

/** A command as a reaction asks for it: time and ids come when it is sent. */
type Wished<C> = C extends Command ? Readonly<Pick<C, 'type' | 'on' | 'data'>> : never;

/** An offer that begins a trajectory; which round it is, its previous trajectory says. */
type Offer = Readonly<{
  type: 'OfferTrajectory';
  on?: OfferTrajectory['on'];
  data: Omit<OfferTrajectory['data'], 'round'>;
}>;

/** What holds a workplace for a match, or no longer. */
type Holding = Extract<WorkplaceCommand, { type: 'ReserveWorkplace' | 'FillWorkplace' | 'ReleaseWorkplace' }>;

/**
 * What one stream asks of another. `id` null: of the stream that the command begins, or has begun before; `givesWay`: the
 * trajectory whose match falls through where the place is another's, null where none can.
 */
export type Asked =
  | Readonly<{ of: 'trajectory'; id: TrajectoryId; command: Wished<TrajectoryCommand> }>
  | Readonly<{ of: 'trajectory'; id: null; command: Offer }>
  | Readonly<{ of: 'workplace'; id: WorkplaceId; givesWay: TrajectoryId | null; command: Wished<Holding> }>;

/** What happens in each kind of stream that reactions listen to, and where it then stands. */
export type Streams = Readonly<{
  meeting: Readonly<{ event: MeetingEvent; state: Meeting }>;
  trajectory: Readonly<{ event: TrajectoryEvent; state: Trajectory }>;
  candidate: Readonly<{ event: CandidateEvent; state: Candidate }>;
  workplace: Readonly<{ event: WorkplaceEvent; state: Workplace }>;
}>;

/** An event as recorded, or a correction of one. */
export type Heard<E> = Recorded<E | EventCorrected>;

/**
 * What some events of one kind of stream ask of other streams.
 * `state` has the event as its last; the commands come in an order that the same answers to the same questions give again.
 */
export type Hearing<E extends { type: string }, S> = Readonly<{
  events: readonly (E['type'] | 'EventCorrected')[];
  /** What came with the first event of its stream asks nothing: no other stream can have named this one by then. */
  passesOverBeginning?: true;
  react(event: Heard<E>, state: S, look: Look): Promise<readonly Asked[]>;
}>;

/** Events in some streams that ask something of others; the streams that are asked have the last word. */
export type Reaction = Readonly<{
  /** Lower case with `-`; part of every command id that it gives, so it never changes. */
  name: string;
  hears: { readonly [C in keyof Streams]?: Hearing<Streams[C]['event'], Streams[C]['state']> };
  /** The refusals that mean that nothing is left to do. Any other is for a person. */
  nothingLeft: ReadonlySet<string>;
  /** The command that answers a refusal, by its code; where there is none, the refusal is for a person. */
  answers: Readonly<Record<string, ((refused: Asked) => Asked | undefined) | undefined>>;
}>;
