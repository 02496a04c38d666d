import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { ReferralId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type ProviderAccepted = TrajectoryEventOf<'ProviderAccepted'>;

/** Records that the provider takes it on. */
export type AcceptReferral = Command<'AcceptReferral', ProviderAccepted['data']>;

export type CannotAcceptReferral =
  | NotInPhase
  | { code: 'no-such-referral'; referralId: ReferralId }
  | { code: 'referral-accepted'; referralId: ReferralId; acceptedOn: Day };

/** Proposes exactly one `ProviderAccepted`. */
export function acceptReferral(command: Dated<AcceptReferral>): [ProviderAccepted] {
  return [fact('ProviderAccepted', command, command.data)];
}

/** What `next-steps` may try: each referral. */
export function offerReferralAcceptances({ referrals }: Trajectory): Offers<AcceptReferral, CannotAcceptReferral> {
  return { subjects: [...referrals.keys()].map((referralId) => ({ referralId })), none: 'no-such-referral' };
}

/**
 * A referral is accepted once.
 *
 * Errors: `no-such-referral`; `referral-accepted`; those of the phase.
 * Source: R-250, docs/rules.md.
 */
export function judgeReferralAcceptance(
  event: ProviderAccepted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotAcceptReferral | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { referralId } = event.data;
  const referral = state.referrals.get(referralId);
  if (!referral) return { code: 'no-such-referral', referralId };
  if (referral.acceptedOn !== null) return { code: 'referral-accepted', referralId, acceptedOn: referral.acceptedOn };
}
