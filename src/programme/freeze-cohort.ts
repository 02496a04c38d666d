import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Code, Digest } from '../kernel/fields.events.js';
import type { Command } from '../kernel/messages.js';
import type { Programme } from './programme.js';
import type { CohortFrozen } from './programme.events.js';

/** Counts a group once for all. `count` and `digest` are of who belongs to it, as the log has it when this is decided. */
export type FreezeCohort = Command<'FreezeCohort', Omit<CohortFrozen['data'], 'cohortId'>>;

export type CannotFreezeCohort =
  | { code: 'programme-not-published' }
  | { code: 'cohort-day-to-come'; asOf: Day; frozenOn: Day }
  | { code: 'cohort-empty'; asOf: Day; months: number };

const NOBODY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' as Digest;

/** Proposes exactly one `CohortFrozen`, with a new id. */
export function freezeCohort({ on, data, meta }: FreezeCohort & { on: Day }): [CohortFrozen] {
  return [{ type: 'CohortFrozen', occurredOn: on, data: { cohortId: meta.newId('cohort'), ...data } }];
}

/** What `next-steps` may try: a group of one, on the day of the first publication. */
export function offerCohorts({ published }: Programme): Offers<FreezeCohort, CannotFreezeCohort> {
  const rule = { benefit: 'bijstand' as Code<'benefit'>, months: 0, count: 1, digest: NOBODY };
  const [first] = published;
  return { subjects: first ? [{ ...rule, asOf: first.publishedOn }] : [], none: 'programme-not-published' };
}

/**
 * A group is counted as of a day that has come; one of nobody is a rule gone wrong (ours).
 *
 * Errors: `programme-not-published`; `cohort-day-to-come`; `cohort-empty`.
 * Source: R-72, docs/rules.md.
 */
export function judgeCohort(
  { occurredOn, data: { asOf, months, count } }: CohortFrozen,
  { published }: Programme,
): CannotFreezeCohort | undefined {
  if (published.length === 0) return { code: 'programme-not-published' };
  if (asOf > occurredOn) return { code: 'cohort-day-to-come', asOf, frozenOn: occurredOn };
  if (count === 0) return { code: 'cohort-empty', asOf, months };
}
