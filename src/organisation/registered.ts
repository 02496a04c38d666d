import type { Day } from '../kernel/days.js';
import type { Organisation } from './organisation.js';

export type NotRegistered =
  { code: 'organisation-not-registered' } | { code: 'before-registration'; happenedOn: Day; registeredOn: Day };
export type Reversed = { code: 'period-reversed'; from: Day; until: Day };

/**
 * What is recorded of an organisation lies on or after the day of registration.
 *
 * Errors: `organisation-not-registered`; `before-registration`.
 * Source: R-420, docs/rules.md.
 */
export function judgeSince(happenedOn: Day, { registered }: Organisation): NotRegistered | undefined {
  if (!registered) return { code: 'organisation-not-registered' };
  if (happenedOn < registered.on) return { code: 'before-registration', happenedOn, registeredOn: registered.on };
}

/** The last of some days is not before the first; the two may be equal. Source: R-424, docs/rules.md. */
export function judgeDays({ from, until }: Readonly<{ from: Day; until: Day | null }>): Reversed | undefined {
  if (until !== null && until < from) return { code: 'period-reversed', from, until };
}
