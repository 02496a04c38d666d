import type { Day } from '../../kernel/days.js';
import type { RetrainingId } from '../../kernel/ids.js';
import type { Retraining } from '../around.js';
import type { Trajectory } from '../trajectory.js';

export type NoSuchRetraining = Readonly<{ code: 'no-such-retraining'; retrainingId: RetrainingId }>;
export type RetrainingIsOver = Readonly<{
  code: 'retraining-over';
  retrainingId: RetrainingId;
  how: NonNullable<Retraining['over']>['how'];
  overOn: Day;
}>;

/**
 * A retraining that began is completed or dropped, once.
 *
 * Errors: `no-such-retraining`; `retraining-over`.
 * Source: R-251, docs/rules.md.
 */
export function judgeRunning(
  retrainingId: RetrainingId,
  { retrainings }: Trajectory,
): NoSuchRetraining | RetrainingIsOver | undefined {
  const retraining = retrainings.get(retrainingId);
  if (!retraining) return { code: 'no-such-retraining', retrainingId };
  if (retraining.over) return { code: 'retraining-over', retrainingId, how: retraining.over.how, overOn: retraining.over.on };
}
