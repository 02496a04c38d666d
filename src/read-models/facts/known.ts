import type { Instant } from '../../kernel/days.js';

/** What was known, and from when to when: `knownFrom` included, `knownTo` not; null: still. */
export type Known<T> = T & Readonly<{ knownFrom: Instant; knownTo: Instant | null }>;

/**
 * Dates what was known at each of some instants: one stretch for as long as it was known to be just so.
 * What is no longer known, and then known again, has two.
 *
 * Shape: in the order in which it came to be known, so that what is learned later adds at the end and only ends what is before.
 */
export function knownOver<T extends object>(
  instants: readonly Instant[],
  at: (knownAt: Instant) => readonly T[],
): readonly Known<T>[] {
  const stretches: Known<T>[] = [];
  let open = new Map<string, number>();
  for (const instant of instants) {
    const now = new Map(at(instant).map((one) => [JSON.stringify(one), one]));
    for (const [text, n] of open) if (!now.has(text)) stretches[n] = { ...stretches[n], knownTo: instant };
    const still = [...open].filter(([text]) => now.has(text));
    const fresh = [...now].filter(([text]) => !open.has(text));
    open = new Map(still);
    for (const [text, one] of fresh) open.set(text, stretches.push({ ...one, knownFrom: instant, knownTo: null }) - 1);
  }
  return stretches;
}
