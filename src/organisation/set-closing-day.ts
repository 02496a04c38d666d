import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeSince, type NotRegistered } from './registered.js';
import { SOME_DAY } from './samples.js';
import type { Organisation } from './organisation.js';
import type { ClosingDaySet } from './organisation.events.js';

/** A day on which the organisation is closed; a mistake is voided. */
export type SetClosingDay = Command<'SetClosingDay', ClosingDaySet['data']>;

export type CannotSetClosingDay = NotRegistered | { code: 'already-closed'; closedOn: Day };

/** Proposes exactly one `ClosingDaySet`. */
export function setClosingDay({ on, data }: SetClosingDay & { on: Day }): [ClosingDaySet] {
  return [{ type: 'ClosingDaySet', occurredOn: on, data }];
}

/** What `next-steps` may try: any day. */
export function offerClosingDays({ registered }: Organisation): Offers<SetClosingDay, CannotSetClosingDay> {
  return { subjects: registered ? [{ closedOn: SOME_DAY }] : [], none: 'organisation-not-registered' };
}

/**
 * A day is closed once.
 *
 * Errors: `organisation-not-registered`; `before-registration`; `already-closed`.
 * Source, docs/rules.md.
 */
export function judgeClosingDay(
  { occurredOn, data: { closedOn } }: ClosingDaySet,
  state: Organisation,
): CannotSetClosingDay | undefined {
  const refusal = judgeSince(occurredOn, state);
  if (refusal) return refusal;

  if (state.closingDays.has(closedOn)) return { code: 'already-closed', closedOn };
}
