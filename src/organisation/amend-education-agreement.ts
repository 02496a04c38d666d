import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { AgreementId } from '../kernel/ids.js';
import { judgeDays, judgeSince, type NotRegistered, type Reversed } from './registered.js';
import { SOME_DAY } from './samples.js';
import type { Organisation } from './organisation.js';
import type { EducationAgreementAmended } from './organisation.events.js';

/** The agreement as it is from then on, whole; as it was stands in what came before. */
export type AmendEducationAgreement = Command<'AmendEducationAgreement', EducationAgreementAmended['data']>;

export type CannotAmendEducationAgreement =
  NotRegistered | Reversed | { code: 'no-such-agreement'; agreementId: AgreementId } | { code: 'nothing-agreed' };

/** Proposes exactly one `EducationAgreementAmended`. */
export function amendEducationAgreement({ on, data }: AmendEducationAgreement & { on: Day }): [EducationAgreementAmended] {
  return [{ type: 'EducationAgreementAmended', occurredOn: on, data }];
}

/** What `next-steps` may try: each agreement as it is. */
export function offerEducationAmendments({
  agreements,
}: Organisation): Offers<AmendEducationAgreement, CannotAmendEducationAgreement> {
  const subjects = [...agreements].map(([agreementId, terms]) => ({ agreementId, ...terms, from: SOME_DAY, until: null }));
  return { subjects, none: 'nothing-agreed' };
}

/**
 * Only what was signed is amended.
 *
 * Errors: `organisation-not-registered`; `before-registration`; `period-reversed`; `no-such-agreement`.
 * Source, docs/rules.md.
 */
export function judgeEducationAmendment(
  { occurredOn, data }: EducationAgreementAmended,
  state: Organisation,
): CannotAmendEducationAgreement | undefined {
  const refusal = judgeSince(occurredOn, state) ?? judgeDays(data);
  if (refusal) return refusal;

  const { agreementId } = data;
  if (!state.agreements.has(agreementId)) return { code: 'no-such-agreement', agreementId };
}
