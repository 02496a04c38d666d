import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command, Seal } from '../kernel/messages.js';
import type { Employer } from './employer.js';
import type { EmployerAgreementAmended } from './employer.events.js';
import { judgeAgreed, type NoSuchAgreement } from './registered.js';

/** What an agreement is from then on, whole; the seal holds the words of it. */
export type AmendEmployerAgreement = Command<'AmendEmployerAgreement', EmployerAgreementAmended['data']> & { seal?: Seal };

export type CannotAmendEmployerAgreement = NoSuchAgreement | { code: 'nothing-agreed' };

/** Proposes exactly one `EmployerAgreementAmended`. */
export function amendEmployerAgreement({ on, data, seal }: AmendEmployerAgreement & { on: Day }): [EmployerAgreementAmended] {
  return [{ type: 'EmployerAgreementAmended', occurredOn: on, data, ...(seal && { seal }) }];
}

/** What `next-steps` may try: each agreement, as it is. */
export function offerEmployerAmendments({ agreements }: Employer): Offers<AmendEmployerAgreement, CannotAmendEmployerAgreement> {
  const subjects = [...agreements].map(([agreementId, { signedOn: _, ...terms }]) => ({ agreementId, ...terms }));
  return { subjects, none: 'nothing-agreed' };
}

/** Only an agreement that was signed is amended. Errors: `no-such-agreement`. Source: R-311, docs/rules.md. */
export function judgeEmployerAmendment(
  { data: { agreementId } }: EmployerAgreementAmended,
  state: Employer,
): CannotAmendEmployerAgreement | undefined {
  return judgeAgreed(agreementId, state);
}
