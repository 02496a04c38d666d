import { LAST_DAY } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { PlanId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { PARTIES } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import {
  judgeDueDays,
  judgeInForce,
  judgePlanInForce,
  judgeSigned,
  type AgreementIsReplaced,
  type DueBefore,
  type NoSuchAgreement,
  type NoSuchPlan,
  type PlanIsReplaced,
  type SignatureMissing,
} from './agreements.js';

type PlanRevised = TrajectoryEventOf<'PlanRevised'>;

/** Changes what was agreed: some of it no longer holds, and something else does. */
export type RevisePlan = Command<'RevisePlan', Omit<PlanRevised['data'], 'adds'> & Readonly<{ adds: readonly ToAgree[] }>>;

export type CannotRevisePlan =
  | NotUnderWay
  | NoSuchPlan
  | PlanIsReplaced
  | NoSuchAgreement
  | AgreementIsReplaced
  | DueBefore
  | SignatureMissing
  | { code: 'no-agreement-left'; planId: PlanId };

/** An agreement that has no id yet. */
type ToAgree = Omit<PlanRevised['data']['adds'][number], 'agreementId'>;

/** Proposes exactly one `PlanRevised`, with ids for what it adds. */
export function revisePlan(command: Dated<RevisePlan>): [PlanRevised] {
  const { meta, data } = command;
  const adds = data.adds.map((agreement, at) => ({ agreementId: meta.newId('agreement', at), ...agreement }));
  return [fact('PlanRevised', command, { ...data, adds })];
}

/** What `next-steps` may try: one more agreement in each plan, signed by all. */
export function offerPlanRevisions({ plans }: Trajectory): Offers<RevisePlan, CannotRevisePlan> {
  const adds = [{ subject: 'evaluation', owner: 'municipality', dueOn: LAST_DAY }] as const;
  const sample = { reason: 'other', drops: [], adds, signatories: PARTIES } as const;
  return { subjects: [...plans.keys()].map((planId) => ({ planId, ...sample })), none: 'no-such-plan' };
}

/**
 * Only the plan that holds is revised: what it drops is in force in it, what it adds is not due before, something stays agreed, and whom the programme names has signed.
 *
 * Errors: `no-such-plan`; `plan-replaced`; `no-such-agreement`; `agreement-replaced`; `agreement-due-before`; `signature-missing`;
 * `no-agreement-left`; those of being under way.
 * Source: R-241, docs/rules.md; Participatiewet, art. 44a (2026-07-01).
 */
export function judgePlanRevision(event: PlanRevised, state: Trajectory, rules: TrajectoryRules): CannotRevisePlan | undefined {
  const refusal = judgeUnderWay(event, state, rules) ?? judgePlanInForce(event, state) ?? judgeDrops(event, state);
  if (refusal) return refusal;

  const { adds, signatories } = event.data;
  return judgeDueDays(adds, event.occurredOn) ?? judgeSigned(signatories, rules) ?? judgeRest(event, state);
}

function judgeDrops({ occurredOn, data: { planId, drops } }: PlanRevised, state: Trajectory): CannotRevisePlan | undefined {
  for (const agreementId of drops) {
    if (state.agreements.get(agreementId)?.planId !== planId) return { code: 'no-such-agreement', agreementId };
    const refusal = judgeInForce(occurredOn, agreementId, state);
    if (refusal) return refusal;
  }
}

function judgeRest({ data: { planId, drops, adds } }: PlanRevised, { agreements }: Trajectory): CannotRevisePlan | undefined {
  const stays = [...agreements].some(
    ([id, agreement]) => agreement.planId === planId && agreement.replacedOn === null && !drops.includes(id),
  );
  if (!stays && adds.length === 0) return { code: 'no-agreement-left', planId };
}
