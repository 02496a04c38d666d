import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeDays, judgeSince, type NotRegistered, type Reversed } from './registered.js';
import { SOME_DAY, SOME_SUBJECT } from './samples.js';
import type { Organisation } from './organisation.js';
import type { EducationAgreementSigned } from './organisation.events.js';

/** What was agreed with the schools: which subjects, how many places, from when to when. */
export type SignEducationAgreement = Command<'SignEducationAgreement', Omit<EducationAgreementSigned['data'], 'agreementId'>>;

export type CannotSignEducationAgreement = NotRegistered | Reversed;

/** Proposes exactly one `EducationAgreementSigned`, with a new id. */
export function signEducationAgreement({ on, data, meta }: SignEducationAgreement & { on: Day }): [EducationAgreementSigned] {
  return [{ type: 'EducationAgreementSigned', occurredOn: on, data: { agreementId: meta.newId('agreement'), ...data } }];
}

/** What `next-steps` may try: any agreement. */
export function offerEducationAgreements({
  registered,
}: Organisation): Offers<SignEducationAgreement, CannotSignEducationAgreement> {
  const terms = { subjects: [SOME_SUBJECT], places: null, from: SOME_DAY, until: null };
  return { subjects: registered ? [terms] : [], none: 'organisation-not-registered' };
}

/**
 * An agreement ends on or after the day from which it holds.
 *
 * Errors: `organisation-not-registered`; `before-registration`; `period-reversed`.
 * Source, docs/rules.md.
 */
export function judgeEducationAgreement(
  { occurredOn, data }: EducationAgreementSigned,
  state: Organisation,
): CannotSignEducationAgreement | undefined {
  return judgeSince(occurredOn, state) ?? judgeDays(data);
}
