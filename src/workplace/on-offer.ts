import type { Day } from '../kernel/days.js';
import type { Workplace } from './workplace.js';

export type NotOnOffer = { code: 'workplace-not-offered' } | { code: 'workplace-withdrawn'; withdrawnOn: Day };

/** A place takes something from its offer until it is withdrawn. Source: R-441, docs/rules.md. */
export function judgeOnOffer({ offered, withdrawn }: Workplace): NotOnOffer | undefined {
  if (!offered) return { code: 'workplace-not-offered' };
  if (withdrawn) return { code: 'workplace-withdrawn', withdrawnOn: withdrawn.on };
}
