import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Code } from '../../kernel/fields.events.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NotBegun, type TrajectoryRules } from '../under-way.js';

type TrajectoryClosed = TrajectoryEventOf<'TrajectoryClosed'>;
type Result = TrajectoryClosed['data']['result'];

/** Ends a trajectory with one of the results of its programme; a placement may run on. */
export type CloseTrajectory = Command<'CloseTrajectory', TrajectoryClosed['data']>;

export type CannotCloseTrajectory =
  | NotBegun
  | { code: 'already-closed'; closedOn: Day; result: string }
  | { code: 'result-not-allowed'; result: Result; allowed: readonly Result[] };

/** The result of what should never have existed; every programme has it. */
export const ENTERED_IN_ERROR = 'entered-in-error' as Code<'result'>;

/** Proposes exactly one `TrajectoryClosed`. */
export function closeTrajectory(command: Dated<CloseTrajectory>): [TrajectoryClosed] {
  return [fact('TrajectoryClosed', command, command.data)];
}

/** What `next-steps` may try: to close it, with a result that is always there. */
export function offerClosing(_: Trajectory): Offers<CloseTrajectory, CannotCloseTrajectory> {
  return { subjects: [{ result: ENTERED_IN_ERROR }], none: 'not-started' };
}

/**
 * A trajectory is closed once, offered ones too, with a result that the programme knows.
 *
 * Errors: `before-start`; `not-started`; `already-closed`; `result-not-allowed`.
 * Source: R-20, docs/rules.md.
 */
export function judgeClosing(
  event: TrajectoryClosed,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotCloseTrajectory | undefined {
  const refusal = judgeBegun(event, state);
  if (refusal) return refusal;
  if (state.closed) return { code: 'already-closed', closedOn: state.closed.on, result: state.closed.result };

  return judgeResult(event, state, rules);
}

/** Errors: `result-not-allowed`. */
export function judgeResult(
  event: TrajectoryClosed,
  _: Trajectory,
  rules: TrajectoryRules,
): Extract<CannotCloseTrajectory, { code: 'result-not-allowed' }> | undefined {
  const allowed = [...(rules.programme?.definition.results ?? []), ENTERED_IN_ERROR];
  if (!allowed.includes(event.data.result)) return { code: 'result-not-allowed', result: event.data.result, allowed };
}
