import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Code, Digest } from '../kernel/fields.events.js';
import type { Command } from '../kernel/messages.js';
import { isOpen, judgeOpen, whyNotOpen, type ProgrammeNotOpen } from './close-programme.js';
import type { Programme } from './programme.js';
import type { CohortFrozen } from './programme.events.js';

/** Counts a group once for all. `count` and `digest` are of who belongs to it, as the log has it when this is decided. */
export type FreezeCohort = Command<'FreezeCohort', Omit<CohortFrozen['data'], 'cohortId'>>;

export type CannotFreezeCohort =
  | ProgrammeNotOpen
  | { code: 'cohort-day-to-come'; asOf: Day; frozenOn: Day }
  | { code: 'cohort-empty'; asOf: Day; months: number };

const NOBODY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' as Digest;

/** Proposes exactly one `CohortFrozen`, with a new id. */
export function freezeCohort({ on, data, meta }: FreezeCohort & { on: Day }): [CohortFrozen] {
  return [{ type: 'CohortFrozen', occurredOn: on, data: { cohortId: meta.newId('cohort'), ...data } }];
}

/** What `next-steps` may try: a group of one, on the day of the first publication. */
export function offerCohorts(state: Programme): Offers<FreezeCohort, CannotFreezeCohort> {
  const rule = { benefit: 'bijstand' as Code<'benefit'>, months: 0, count: 1, digest: NOBODY };
  const asOf = state.published[0]?.publishedOn;
  return { subjects: isOpen(state) ? [{ ...rule, asOf }] : [], none: whyNotOpen(state) };
}

/**
 * A group is counted for a programme that is open, as of a day that has come; one of nobody is a rule gone wrong (ours).
 *
 * Errors: `programme-not-published`; `programme-closed`; `cohort-day-to-come`; `cohort-empty`.
 * Source, docs/rules.md.
 */
export function judgeCohort(
  { occurredOn, data: { asOf, months, count } }: CohortFrozen,
  state: Programme,
): CannotFreezeCohort | undefined {
  const notOpen = judgeOpen(state);
  if (notOpen) return notOpen;
  if (asOf > occurredOn) return { code: 'cohort-day-to-come', asOf, frozenOn: occurredOn };
  if (count === 0) return { code: 'cohort-empty', asOf, months };
}
