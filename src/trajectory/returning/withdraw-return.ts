import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { EventId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import { returnKey } from '../supported.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type ReturnWithdrawn = TrajectoryEventOf<'ReturnWithdrawn'>;

/** Records that a return that was told does not hold, and that people know. */
export type WithdrawReturn = Command<'WithdrawReturn', ReturnWithdrawn['data']>;

export type CannotWithdrawReturn = NotInPhase | { code: 'not-told'; benefitEventId: EventId; returnedOn: Day };

/** Proposes exactly one `ReturnWithdrawn`. */
export function withdrawReturn(command: Dated<WithdrawReturn>): [ReturnWithdrawn] {
  return [fact('ReturnWithdrawn', command, command.data)];
}

/** What `next-steps` may try: each return that was ever told. */
export function offerReturnWithdrawals({ returns }: Trajectory): Offers<WithdrawReturn, CannotWithdrawReturn> {
  const subjects = [...returns.values()].map(({ benefitEventId, returnedOn }) => {
    return { benefitEventId, returnedOn, reason: 'facts-corrected' } as const;
  });
  return { subjects, none: 'not-told' };
}

/**
 * A return that was told is withdrawn, once, also when the closing was undone since. Judged once: it says what people were told then.
 *
 * Errors: `not-told`; those of the phase.
 * Source: R-291, docs/rules.md.
 */
export function judgeReturnWithdrawal(
  event: ReturnWithdrawn,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotWithdrawReturn | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { benefitEventId, returnedOn } = event.data;
  if (!state.returns.get(returnKey(event.data))?.told) return { code: 'not-told', benefitEventId, returnedOn };
}
