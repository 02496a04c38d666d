import type { Day } from '../kernel/days.js';
import type { ProgrammeId } from '../kernel/ids.js';
import { missingFor } from '../programme/phases.js';
import type { PublishedProgramme } from '../programme/shelf.js';
import type { FactName } from '../programme/terms.js';
import type { Trajectory } from './trajectory.js';
import type { Fact } from './trajectory.events.js';

/**
 * What a trajectory's events are judged by: the version of the programme that they stand under, if it is known.
 * `next`: the one that an event names under which all goes on from there.
 */
export type TrajectoryRules = Readonly<{ programme: PublishedProgramme | undefined; next?: PublishedProgramme | undefined }>;

export type BeforeStart = Readonly<{ code: 'before-start'; begunOn: Day }>;
export type NotStarted = Readonly<{ code: 'not-started' }>;
export type TrajectoryIsClosed = Readonly<{ code: 'trajectory-closed'; closedOn: Day; result: string }>;
export type NoRulesInForce = Readonly<{ code: 'no-rules-in-force'; programmeId: ProgrammeId; programmeVersion: number; on: Day }>;
export type PhaseNotOpen = Readonly<{ code: 'phase-not-open'; phase: string; missing: readonly FactName[] }>;

/** Why a fact may not stand where it stands, whatever it is about. */
export type NotBegun = BeforeStart | NotStarted;
export type NotInPhase = NotBegun | NoRulesInForce | PhaseNotOpen;
export type NotUnderWay = NotInPhase | TrajectoryIsClosed;

type Placed = Pick<Fact, 'type' | 'occurredOn'>;

/**
 * Nothing lies before the first event, or in a trajectory that nothing began.
 *
 * Errors: `before-start`; `not-started`.
 * Source: R-01, docs/rules.md.
 */
export function judgeBegun({ occurredOn }: Placed, { begunOn }: Trajectory): NotBegun | undefined {
  if (begunOn === null) return { code: 'not-started' };
  if (occurredOn < begunOn) return { code: 'before-start', begunOn };
}

/**
 * What is done in a trajectory needs its start, not only an offer, and the phase to which the programme gives it.
 * It may lie after the closing: work goes on, and so does support.
 *
 * Errors: `before-start`; `not-started`; `no-rules-in-force`; `phase-not-open`.
 * Source, docs/rules.md.
 */
export function judgeInPhase(event: Placed, state: Trajectory, rules: TrajectoryRules): NotInPhase | undefined {
  const refusal = judgeBegun(event, state);
  if (refusal) return refusal;
  if (state.startedOn === null || state.subject === null) return { code: 'not-started' };

  const { programmeId, programmeVersion } = state.subject;
  if (!rules.programme) return { code: 'no-rules-in-force', programmeId, programmeVersion, on: event.occurredOn };
  return judgePhase(event, state, rules.programme);
}

/**
 * As `judgeInPhase`, and at the latest on the day of the closing.
 *
 * Errors: those, and `trajectory-closed`.
 * Source, docs/rules.md.
 */
export function judgeUnderWay(event: Placed, state: Trajectory, rules: TrajectoryRules): NotUnderWay | undefined {
  return judgeInPhase(event, state, rules) ?? judgeNotClosed(event, state);
}

/** Nothing new happens after the day of the closing. Errors: `trajectory-closed`. Source: R-03, docs/rules.md. */
export function judgeNotClosed({ occurredOn }: Placed, { closed }: Trajectory): TrajectoryIsClosed | undefined {
  if (closed && closed.on < occurredOn) return { code: 'trajectory-closed', closedOn: closed.on, result: closed.result };
}

function judgePhase({ type }: Placed, { happened }: Trajectory, { definition }: PublishedProgramme): PhaseNotOpen | undefined {
  const phase = definition.phases.find(({ holds }) => holds.includes(type));
  const missing = phase ? missingFor(phase, happened) : [];

  if (phase && missing.length > 0) return { code: 'phase-not-open', phase: phase.id, missing };
}
