import type { AgreementId } from '../kernel/ids.js';
import type { Employer } from './employer.js';

export type NotRegistered = { code: 'employer-not-registered' };
export type NoSuchAgreement = { code: 'no-such-agreement'; agreementId: AgreementId };

/** Nothing is agreed with an employer who was never registered. Source: R-311, docs/rules.md. */
export function judgeKnown({ registered }: Employer): NotRegistered | undefined {
  return registered ? undefined : { code: 'employer-not-registered' };
}

/** An agreement is there from the day on which it was signed. Source: R-311, docs/rules.md. */
export function judgeAgreed(agreementId: AgreementId, { agreements }: Employer): NoSuchAgreement | undefined {
  return agreements.has(agreementId) ? undefined : { code: 'no-such-agreement', agreementId };
}
