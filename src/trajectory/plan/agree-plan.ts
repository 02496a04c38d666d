import { LAST_DAY } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { AGREEMENT_SUBJECTS, type Goal } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { judgeDueDays, judgeSigned, type DueBefore, type SignatureMissing } from './agreements.js';

type PlanAgreed = TrajectoryEventOf<'PlanAgreed'>;

/** Records the plan (*trajectplan*) that was agreed on: the goal, who does what by when, and who signed. */
export type AgreePlan = Command<
  'AgreePlan',
  Omit<PlanAgreed['data'], 'planId' | 'agreements'> & Readonly<{ agreements: readonly ToAgree[] }>
>;

/** An agreement that has no id yet. */
type ToAgree = Omit<PlanAgreed['data']['agreements'][number], 'agreementId'>;

export type CannotAgreePlan =
  NotUnderWay | { code: 'no-goal-set' } | { code: 'other-goal'; goal: Goal; agreedGoal: Goal } | DueBefore | SignatureMissing;

/** Proposes exactly one `PlanAgreed`. */
export function agreePlan(command: Dated<AgreePlan>): [PlanAgreed] {
  const { meta, data } = command;
  const agreements = data.agreements.map((agreement, at) => ({ agreementId: meta.newId('agreement', at), ...agreement }));
  return [fact('PlanAgreed', command, { planId: meta.newId('plan'), ...data, agreements })];
}

/** What `next-steps` may try: a plan for each goal that holds all that may be agreed, signed by whoever must. */
export function offerPlans({ goal: present }: Trajectory, { programme }: TrajectoryRules): Offers<AgreePlan, CannotAgreePlan> {
  if (!present || !programme) return { subjects: [], none: 'no-goal-set' };

  const { goals, plan } = programme.definition;
  const agreements = AGREEMENT_SUBJECTS.map((subject) => ({ subject, owner: 'municipality', dueOn: LAST_DAY }) as const);
  return { subjects: goals.map((goal) => ({ goal, agreements, signatories: plan.signatories })), none: 'no-goal-set' };
}

/**
 * A plan serves the goal that was set; no agreement in it is due before it; whom the programme names has signed.
 *
 * Errors: `no-goal-set`; `other-goal`; `agreement-due-before`; `signature-missing`; those of being under way.
 * Source: R-14, docs/rules.md: "In een trajectplan worden afspraken vastgelegd".
 */
export function judgePlan(event: PlanAgreed, state: Trajectory, rules: TrajectoryRules): CannotAgreePlan | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;

  const { goal, agreements, signatories } = event.data;
  if (!state.goal) return { code: 'no-goal-set' };
  if (state.goal.goal !== goal) return { code: 'other-goal', goal: state.goal.goal, agreedGoal: goal };

  return judgeDueDays(agreements, event.occurredOn) ?? judgeSigned(signatories, rules);
}
