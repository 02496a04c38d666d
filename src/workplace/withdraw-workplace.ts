import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeOnOffer, type NotOnOffer } from './on-offer.js';
import type { PlaceTaken } from './reserve-workplace.js';
import type { Workplace } from './workplace.js';
import type { WorkplaceWithdrawn } from './workplace.events.js';

/** The place is no longer offered, and why. */
export type WithdrawWorkplace = Command<'WithdrawWorkplace', WorkplaceWithdrawn['data']>;

export type CannotWithdrawWorkplace = NotOnOffer | PlaceTaken;

/** Proposes exactly one `WorkplaceWithdrawn`. */
export function withdrawWorkplace({ on, data }: WithdrawWorkplace & { on: Day }): [WorkplaceWithdrawn] {
  return [{ type: 'WorkplaceWithdrawn', occurredOn: on, data }];
}

/** What `next-steps` may try: to withdraw, once. */
export function offerWithdrawals({ offered, withdrawn }: Workplace): Offers<WithdrawWorkplace, CannotWithdrawWorkplace> {
  if (!offered) return { subjects: [], none: 'workplace-not-offered' };
  return { subjects: withdrawn ? [] : [{ reason: 'vacancy-gone' }], none: 'workplace-withdrawn' };
}

/**
 * A place is withdrawn once, and not while it is held: first the match falls through or the placement ends, so that nobody keeps a place that is gone.
 *
 * Errors: `workplace-not-offered`; `before-offer`; `workplace-withdrawn`; `place-taken`.
 * Source, docs/rules.md.
 */
export function judgeWithdrawal({ occurredOn }: WorkplaceWithdrawn, workplace: Workplace): CannotWithdrawWorkplace | undefined {
  const refusal = judgeOnOffer(occurredOn, workplace);
  if (refusal) return refusal;

  if (workplace.held) return { code: 'place-taken', since: workplace.held.since };
}
