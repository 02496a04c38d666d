import type { Offers } from '../../kernel/decider.js';
import type { MeasurementId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import type { Side } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { objectorsIn, type NoSuchMeasurement, type ObjectionDecided } from './measurements.js';

type LoonwaardeObjectionDecided = TrajectoryEventOf<'LoonwaardeObjectionDecided'>;

/** Records what was decided on an objection; one that was right is followed by another measurement or a correction. */
export type DecideLoonwaardeObjection = Command<'DecideLoonwaardeObjection', LoonwaardeObjectionDecided['data']>;

export type CannotDecideLoonwaardeObjection =
  NotInPhase | NoSuchMeasurement | ObjectionDecided | { code: 'no-objection'; measurementId: MeasurementId; by: Side };

/** Proposes exactly one `LoonwaardeObjectionDecided`. */
export function decideLoonwaardeObjection(command: Dated<DecideLoonwaardeObjection>): [LoonwaardeObjectionDecided] {
  return [fact('LoonwaardeObjectionDecided', command, command.data)];
}

/** What `next-steps` may try: that the objection of each side to each measurement is withdrawn. */
export function offerObjectionDecisions(state: Trajectory): Offers<DecideLoonwaardeObjection, CannotDecideLoonwaardeObjection> {
  const subjects = objectorsIn(state).map((objector) => ({ ...objector, outcome: 'withdrawn' as const }));
  return { subjects, none: 'no-such-measurement' };
}

/**
 * An objection that was filed is decided once.
 *
 * Errors: `no-such-measurement`; `no-objection`; `objection-decided`; those of the phase.
 * Source: R-327, docs/rules.md.
 */
export function judgeObjectionDecision(
  event: LoonwaardeObjectionDecided,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotDecideLoonwaardeObjection | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { measurementId, by } = event.data;
  const measurement = state.measurements.get(measurementId);
  if (!measurement) return { code: 'no-such-measurement', measurementId };

  const objection = measurement.objections[by];
  if (!objection) return { code: 'no-objection', measurementId, by };
  if (objection.decidedOn !== null) return { code: 'objection-decided', measurementId, by, decidedOn: objection.decidedOn };
}
