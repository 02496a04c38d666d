import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NotBegun } from '../under-way.js';

type TrajectoryReopened = TrajectoryEventOf<'TrajectoryReopened'>;

/** Undoes a closing by mistake. To correct what happened before a closing, nothing need be reopened. */
export type ReopenTrajectory = Command<'ReopenTrajectory', TrajectoryReopened['data']>;

export type CannotReopenTrajectory = NotBegun | { code: 'not-closed' };

/** Proposes exactly one `TrajectoryReopened`. */
export function reopenTrajectory(command: Dated<ReopenTrajectory>): [TrajectoryReopened] {
  return [fact('TrajectoryReopened', command, command.data)];
}

/** What `next-steps` may try: to reopen it. */
export function offerReopening(_: Trajectory): Offers<ReopenTrajectory, CannotReopenTrajectory> {
  return { subjects: [{ reason: 'closed-by-mistake' }], none: 'not-closed' };
}

/** Only what is closed is reopened. Errors: `before-start`; `not-started`; `not-closed`. Source: R-21, docs/rules.md. */
export function judgeReopening(event: TrajectoryReopened, state: Trajectory): CannotReopenTrajectory | undefined {
  const refusal = judgeBegun(event, state);
  if (refusal) return refusal;

  if (!state.closed) return { code: 'not-closed' };
}
