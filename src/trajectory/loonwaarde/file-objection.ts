import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { MeasurementId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import type { Side } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { objectorsIn, type NoSuchMeasurement, type ObjectionDecided } from './measurements.js';

type LoonwaardeObjectionFiled = TrajectoryEventOf<'LoonwaardeObjectionFiled'>;

/** Records that a side objects to a measurement. */
export type FileLoonwaardeObjection = Command<'FileLoonwaardeObjection', LoonwaardeObjectionFiled['data']>;

export type CannotFileLoonwaardeObjection =
  | NotInPhase
  | NoSuchMeasurement
  | ObjectionDecided
  | { code: 'objection-filed'; measurementId: MeasurementId; by: Side; filedOn: Day };

/** Proposes exactly one `LoonwaardeObjectionFiled`. */
export function fileLoonwaardeObjection(command: Dated<FileLoonwaardeObjection>): [LoonwaardeObjectionFiled] {
  return [fact('LoonwaardeObjectionFiled', command, command.data)];
}

/** What `next-steps` may try: an objection of each side to each measurement. */
export function offerObjections(state: Trajectory): Offers<FileLoonwaardeObjection, CannotFileLoonwaardeObjection> {
  return { subjects: objectorsIn(state), none: 'no-such-measurement' };
}

/**
 * Each side objects once to a measurement, also after the placement or the closing.
 *
 * Errors: `no-such-measurement`, also on the days before it; `objection-filed`; `objection-decided`; those of the phase.
 * Source: R-327, docs/rules.md.
 */
export function judgeObjection(
  event: LoonwaardeObjectionFiled,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotFileLoonwaardeObjection | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { measurementId, by } = event.data;
  const measurement = state.measurements.get(measurementId);
  if (!measurement) return { code: 'no-such-measurement', measurementId };

  const { filedOn, decidedOn } = measurement.objections[by] ?? {};
  if (decidedOn) return { code: 'objection-decided', measurementId, by, decidedOn };
  if (filedOn) return { code: 'objection-filed', measurementId, by, filedOn };
}
