import type { Day } from '../../kernel/days.js';
import type { AgreementId, PlanId } from '../../kernel/ids.js';
import type { Party } from '../../programme/terms.js';
import type { Agreement } from '../around.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryRules } from '../under-way.js';

export type NoSuchPlan = Readonly<{ code: 'no-such-plan'; planId: PlanId }>;
export type PlanIsReplaced = Readonly<{ code: 'plan-replaced'; planId: PlanId; replacedOn: Day }>;
export type NoSuchAgreement = Readonly<{ code: 'no-such-agreement'; agreementId: AgreementId }>;
export type AgreementIsReplaced = Readonly<{ code: 'agreement-replaced'; agreementId: AgreementId; replacedOn: Day }>;
export type AgreementIsSettled = Readonly<{
  code: 'agreement-settled';
  agreementId: AgreementId;
  how: NonNullable<Agreement['settled']>['how'];
  settledOn: Day;
}>;
export type DueBefore = Readonly<{ code: 'agreement-due-before'; dueOn: Day; agreedOn: Day }>;
export type SignatureMissing = Readonly<{ code: 'signature-missing'; missing: readonly Party[] }>;

/**
 * A plan holds from the day on which it was agreed until the day on which another one was, both included.
 *
 * Errors: `no-such-plan`; `plan-replaced`.
 * Source: R-240, docs/rules.md.
 */
export function judgePlanInForce(
  { occurredOn, data: { planId } }: Readonly<{ occurredOn: Day; data: Readonly<{ planId: PlanId }> }>,
  { plans }: Trajectory,
): NoSuchPlan | PlanIsReplaced | undefined {
  const plan = plans.get(planId);
  if (!plan) return { code: 'no-such-plan', planId };
  if (plan.replacedOn !== null && plan.replacedOn < occurredOn)
    return { code: 'plan-replaced', planId, replacedOn: plan.replacedOn };
}

/**
 * An agreement holds until the day on which a revision dropped it or another plan was agreed, that day included.
 *
 * Errors: `no-such-agreement`; `agreement-replaced`.
 * Source: R-242, docs/rules.md.
 */
export function judgeInForce(
  occurredOn: Day,
  agreementId: AgreementId,
  { agreements }: Trajectory,
): NoSuchAgreement | AgreementIsReplaced | undefined {
  const agreement = agreements.get(agreementId);
  if (!agreement) return { code: 'no-such-agreement', agreementId };

  const { replacedOn } = agreement;
  if (replacedOn !== null && replacedOn < occurredOn) return { code: 'agreement-replaced', agreementId, replacedOn };
}

/**
 * An agreement that holds is kept or broken, once.
 *
 * Errors: `no-such-agreement`; `agreement-replaced`; `agreement-settled`.
 * Source: R-242, docs/rules.md.
 */
export function judgeUnsettled(
  { occurredOn, data: { agreementId } }: Readonly<{ occurredOn: Day; data: Readonly<{ agreementId: AgreementId }> }>,
  state: Trajectory,
): NoSuchAgreement | AgreementIsReplaced | AgreementIsSettled | undefined {
  const refusal = judgeInForce(occurredOn, agreementId, state);
  if (refusal) return refusal;

  const settled = state.agreements.get(agreementId)?.settled;
  if (settled) return { code: 'agreement-settled', agreementId, how: settled.how, settledOn: settled.on };
}

/** No agreement is due before it was made. Errors: `agreement-due-before`. Source: R-14, docs/rules.md. */
export function judgeDueDays(agreements: readonly Readonly<{ dueOn: Day }>[], agreedOn: Day): DueBefore | undefined {
  const early = agreements.find(({ dueOn }) => dueOn < agreedOn);
  if (early) return { code: 'agreement-due-before', dueOn: early.dueOn, agreedOn };
}

/** Whom the programme names has signed. Errors: `signature-missing`. Source: R-14, docs/rules.md. */
export function judgeSigned(signatories: readonly Party[], { programme }: TrajectoryRules): SignatureMissing | undefined {
  const missing = programme?.definition.plan.signatories.filter((party) => !signatories.includes(party)) ?? [];
  if (missing.length > 0) return { code: 'signature-missing', missing };
}
