import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { PARTIES, type Party } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { judgePlanInForce, type NoSuchPlan, type PlanIsReplaced } from './agreements.js';

type PlanEvaluated = TrajectoryEventOf<'PlanEvaluated'>;

/** Records that a plan was talked about, with whom, and what became clear. */
export type EvaluatePlan = Command<'EvaluatePlan', PlanEvaluated['data']>;

export type CannotEvaluatePlan =
  NotUnderWay | NoSuchPlan | PlanIsReplaced | { code: 'participant-missing'; missing: readonly Party[] };

/** Proposes exactly one `PlanEvaluated`. */
export function evaluatePlan(command: Dated<EvaluatePlan>): [PlanEvaluated] {
  return [fact('PlanEvaluated', command, command.data)];
}

/** What `next-steps` may try: a talk of all about each plan. */
export function offerEvaluations({ plans }: Trajectory): Offers<EvaluatePlan, CannotEvaluatePlan> {
  const sample = { participants: PARTIES, outcome: 'goes-well' } as const;
  return { subjects: [...plans.keys()].map((planId) => ({ planId, ...sample })), none: 'no-such-plan' };
}

/**
 * The plan that holds is evaluated, as often as need be, and always together with the candidate.
 *
 * Errors: `no-such-plan`; `plan-replaced`; `participant-missing`; those of being under way.
 * Source: R-240, docs/rules.md; Participatiewet, art. 44a (2026-07-01): "in samenspraak".
 */
export function judgeEvaluation(event: PlanEvaluated, state: Trajectory, rules: TrajectoryRules): CannotEvaluatePlan | undefined {
  const refusal = judgeUnderWay(event, state, rules) ?? judgePlanInForce(event, state);
  if (refusal) return refusal;

  if (!event.data.participants.includes('candidate')) return { code: 'participant-missing', missing: ['candidate'] };
}
