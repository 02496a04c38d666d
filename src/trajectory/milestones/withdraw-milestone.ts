import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type MilestoneWithdrawn = TrajectoryEventOf<'MilestoneWithdrawn'>;

/** Records that a milestone that was told does not hold, and that people know. */
export type WithdrawMilestone = Command<'WithdrawMilestone', MilestoneWithdrawn['data']>;

export type CannotWithdrawMilestone = NotInPhase | { code: 'not-told'; milestone: MilestoneWithdrawn['data']['milestone'] };

/** Proposes exactly one `MilestoneWithdrawn`. */
export function withdrawMilestone(command: Dated<WithdrawMilestone>): [MilestoneWithdrawn] {
  return [fact('MilestoneWithdrawn', command, command.data)];
}

/** What `next-steps` may try: each milestone that was ever told. */
export function offerMilestoneWithdrawals({ milestones }: Trajectory): Offers<WithdrawMilestone, CannotWithdrawMilestone> {
  const subjects = [...milestones.keys()].map((milestone) => ({ milestone, reason: 'facts-corrected' as const }));
  return { subjects, none: 'not-told' };
}

/**
 * What was told is withdrawn, once. Judged once: it says what people were told then.
 *
 * Errors: `not-told`; those of the phase.
 * Source: R-271, docs/rules.md.
 */
export function judgeMilestoneWithdrawal(
  event: MilestoneWithdrawn,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotWithdrawMilestone | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { milestone } = event.data;
  if (!state.milestones.get(milestone)) return { code: 'not-told', milestone };
}
