import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type IncentiveGranted = TrajectoryEventOf<'IncentiveGranted'>;

/** Records a reward; it stands beside sanctions and is never set off against them. */
export type GrantIncentive = Command<'GrantIncentive', IncentiveGranted['data']>;

export type CannotGrantIncentive = NotUnderWay;

/** Proposes exactly one `IncentiveGranted`. */
export function grantIncentive(command: Dated<GrantIncentive>): [IncentiveGranted] {
  return [fact('IncentiveGranted', command, command.data)];
}

/** What `next-steps` may try: something else that is given. */
export function offerIncentives(_: Trajectory): Offers<GrantIncentive, CannotGrantIncentive> {
  return { subjects: [{ kind: 'other' }], none: 'not-started' };
}

/**
 * Whoever is under way may be rewarded, as often as it is deserved.
 *
 * Errors: those of being under way.
 * Source: R-328, docs/rules.md: "Belonen in plaats van straffen", Praktijktafel Twente.
 */
export function judgeIncentive(
  event: IncentiveGranted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotGrantIncentive | undefined {
  return judgeUnderWay(event, state, rules);
}
