import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command, Seal } from '../kernel/messages.js';
import type { Employer } from './employer.js';
import type { EmployerAgreementSigned } from './employer.events.js';
import { judgeSince, type NotRegistered } from './registered.js';
import { SOME_TERMS } from './samples.js';

/** What an employer pledged (*werkakkoord*): how many places, in which sector, on which terms; the seal holds the words of it. */
export type SignEmployerAgreement = Command<'SignEmployerAgreement', Omit<EmployerAgreementSigned['data'], 'agreementId'>> & {
  seal?: Seal;
};

export type CannotSignEmployerAgreement = NotRegistered;

/** Proposes exactly one `EmployerAgreementSigned`, with a new id. */
export function signEmployerAgreement({ on, data, seal, meta }: SignEmployerAgreement & { on: Day }): [EmployerAgreementSigned] {
  const agreement = { agreementId: meta.newId('agreement'), ...data };
  return [{ type: 'EmployerAgreementSigned', occurredOn: on, data: agreement, ...(seal && { seal }) }];
}

/** What `next-steps` may try: any agreement. */
export function offerEmployerAgreements({ registered }: Employer): Offers<SignEmployerAgreement, CannotSignEmployerAgreement> {
  return { subjects: registered ? [SOME_TERMS] : [], none: 'employer-not-registered' };
}

/**
 * Whoever is registered may sign any number of agreements, from the day of registration on.
 *
 * Errors: `employer-not-registered`; `before-registration`.
 * Source: R-311, docs/rules.md.
 */
export function judgeEmployerAgreement(
  { occurredOn }: EmployerAgreementSigned,
  state: Employer,
): CannotSignEmployerAgreement | undefined {
  return judgeSince(occurredOn, state);
}
