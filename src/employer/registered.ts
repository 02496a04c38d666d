import type { Day } from '../kernel/days.js';
import type { AgreementId } from '../kernel/ids.js';
import type { Employer } from './employer.js';

export type NotRegistered =
  { code: 'employer-not-registered' } | { code: 'before-registration'; happenedOn: Day; registeredOn: Day };
export type NoSuchAgreement = { code: 'no-such-agreement'; agreementId: AgreementId };

/**
 * Something is agreed with an employer from the day of registration on.
 *
 * Errors: `employer-not-registered`; `before-registration`.
 * Source: R-311, docs/rules.md.
 */
export function judgeSince(happenedOn: Day, { registered }: Employer): NotRegistered | undefined {
  if (!registered) return { code: 'employer-not-registered' };
  if (happenedOn < registered.on) return { code: 'before-registration', happenedOn, registeredOn: registered.on };
}

/** An agreement is there from the day on which it was signed. Source: R-311, docs/rules.md. */
export function judgeAgreed(agreementId: AgreementId, { agreements }: Employer): NoSuchAgreement | undefined {
  return agreements.has(agreementId) ? undefined : { code: 'no-such-agreement', agreementId };
}
