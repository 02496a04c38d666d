import type { Day } from '../kernel/days.js';
import type { Organisation } from './organisation.js';

export type NotRegistered = { code: 'organisation-not-registered' };
export type Reversed = { code: 'period-reversed'; from: Day; until: Day };

/** Nothing is recorded of an organisation that was never registered. Source: R-420, docs/rules.md. */
export function judgeKnown({ registered }: Organisation): NotRegistered | undefined {
  return registered ? undefined : { code: 'organisation-not-registered' };
}

/** The last of some days is not before the first; the two may be equal. Source: R-424, docs/rules.md. */
export function judgeDays({ from, until }: Readonly<{ from: Day; until: Day | null }>): Reversed | undefined {
  if (until !== null && until < from) return { code: 'period-reversed', from, until };
}
