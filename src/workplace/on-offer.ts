import type { Day } from '../kernel/days.js';
import type { Workplace } from './workplace.js';

export type NotOnOffer =
  | { code: 'workplace-not-offered' }
  | { code: 'before-offer'; happenedOn: Day; offeredOn: Day }
  | { code: 'workplace-withdrawn'; withdrawnOn: Day };

/**
 * A place takes something from the day of its offer until it is withdrawn.
 *
 * Errors: `workplace-not-offered`; `before-offer`; `workplace-withdrawn`.
 * Source: R-441, docs/rules.md.
 */
export function judgeOnOffer(happenedOn: Day, { offered, withdrawn }: Workplace): NotOnOffer | undefined {
  if (!offered) return { code: 'workplace-not-offered' };
  if (happenedOn < offered.on) return { code: 'before-offer', happenedOn, offeredOn: offered.on };
  if (withdrawn) return { code: 'workplace-withdrawn', withdrawnOn: withdrawn.on };
}
