import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { ReferralId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type ProviderCompleted = TrajectoryEventOf<'ProviderCompleted'>;

/** Records that the provider is done, and what came of it. */
export type CompleteReferral = Command<'CompleteReferral', ProviderCompleted['data']>;

export type CannotCompleteReferral =
  | NotInPhase
  | { code: 'no-such-referral'; referralId: ReferralId }
  | { code: 'referral-not-accepted'; referralId: ReferralId }
  | { code: 'referral-completed'; referralId: ReferralId; completedOn: Day };

/** Proposes exactly one `ProviderCompleted`. */
export function completeReferral(command: Dated<CompleteReferral>): [ProviderCompleted] {
  return [fact('ProviderCompleted', command, command.data)];
}

/** What `next-steps` may try: the end of each referral. */
export function offerReferralEnds({ referrals }: Trajectory): Offers<CompleteReferral, CannotCompleteReferral> {
  const subjects = [...referrals.keys()].map((referralId) => ({ referralId, outcome: 'reached' as const }));
  return { subjects, none: 'no-such-referral' };
}

/**
 * What was accepted is completed, once, also after the closing.
 *
 * Errors: `no-such-referral`; `referral-not-accepted`; `referral-completed`; those of the phase.
 * Source: R-250, docs/rules.md.
 */
export function judgeReferralEnd(
  event: ProviderCompleted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotCompleteReferral | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { referralId } = event.data;
  const referral = state.referrals.get(referralId);
  if (!referral) return { code: 'no-such-referral', referralId };
  if (referral.acceptedOn === null) return { code: 'referral-not-accepted', referralId };
  if (referral.completedOn !== null) return { code: 'referral-completed', referralId, completedOn: referral.completedOn };
}
