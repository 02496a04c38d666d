import type { Day } from '../kernel/days.js';
import type { Code } from '../kernel/fields.events.js';
import type { Candidate } from './candidate.js';
import type { CountabilityExpired } from './candidate.events.js';
import type { NotRegistered } from './registered.js';

export type CannotRecordCountability = NotRegistered | { code: 'period-reversed'; from: Day; until: Day };

/** What `next-steps` may try: some scheme, for whoever is registered. */
export function offerCountability({ registeredOn }: Candidate): {
  subjects: CountabilityExpired['data'][];
  none: NotRegistered['code'];
} {
  const sample = { scheme: 'example' as Code<'scheme'>, source: 'uwv' } as const;
  const subjects = registeredOn === null ? [] : [{ ...sample, from: registeredOn, until: registeredOn }];
  return { subjects, none: 'candidate-not-registered' };
}

/**
 * A window of countability ends on or after its first day; the last word on a scheme counts, whatever was known before.
 *
 * Errors: `candidate-not-registered`; `period-reversed`.
 * Source: R-470, docs/rules.md.
 */
export function judgeCountability(
  { data: { from, until } }: Readonly<{ data: Readonly<{ from: Day; until: Day | null }> }>,
  { registeredOn }: Candidate,
): CannotRecordCountability | undefined {
  if (registeredOn === null) return { code: 'candidate-not-registered' };
  if (until !== null && until < from) return { code: 'period-reversed', from, until };
}
