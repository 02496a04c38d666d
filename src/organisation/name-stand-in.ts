import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { SubjectId } from '../kernel/ids.js';
import { judgeDays, judgeSince, type NotRegistered, type Reversed } from './registered.js';
import { SOME_DAY, SOMEBODY, SOMEBODY_ELSE } from './samples.js';
import type { Organisation } from './organisation.js';
import type { StandInNamed } from './organisation.events.js';

/** Somebody answers for another on some days. */
export type NameStandIn = Command<'NameStandIn', StandInNamed['data']>;

export type CannotNameStandIn = NotRegistered | Reversed | { code: 'stands-in-for-oneself'; subject: SubjectId };

/** Proposes exactly one `StandInNamed`. */
export function nameStandIn({ on, data }: NameStandIn & { on: Day }): [StandInNamed] {
  return [{ type: 'StandInNamed', occurredOn: on, data }];
}

/** What `next-steps` may try: somebody for somebody else. */
export function offerStandIns({ registered }: Organisation): Offers<NameStandIn, CannotNameStandIn> {
  const sample = { subject: SOMEBODY, standIn: SOMEBODY_ELSE, from: SOME_DAY, until: null };
  return { subjects: registered ? [sample] : [], none: 'organisation-not-registered' };
}

/**
 * Nobody stands in for oneself.
 *
 * Errors: `organisation-not-registered`; `before-registration`; `period-reversed`; `stands-in-for-oneself`.
 * Source, docs/rules.md.
 */
export function judgeStandIn({ occurredOn, data }: StandInNamed, state: Organisation): CannotNameStandIn | undefined {
  const refusal = judgeSince(occurredOn, state) ?? judgeDays(data);
  if (refusal) return refusal;

  const { subject, standIn } = data;
  if (standIn === subject) return { code: 'stands-in-for-oneself', subject };
}
