import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { RiskId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type RiskAnswered = TrajectoryEventOf<'RiskAnswered'>;

/** Records what is done about a risk. */
export type AnswerRisk = Command<'AnswerRisk', RiskAnswered['data']>;

export type CannotAnswerRisk =
  NotInPhase | { code: 'no-such-risk'; riskId: RiskId } | { code: 'risk-answered'; riskId: RiskId; answeredOn: Day };

/** Proposes exactly one `RiskAnswered`. */
export function answerRisk(command: Dated<AnswerRisk>): [RiskAnswered] {
  return [fact('RiskAnswered', command, command.data)];
}

/** What `next-steps` may try: an answer to each risk. */
export function offerRiskAnswers({ risks }: Trajectory): Offers<AnswerRisk, CannotAnswerRisk> {
  return { subjects: [...risks.keys()].map((riskId) => ({ riskId, answer: 'other' })), none: 'no-such-risk' };
}

/**
 * A risk is answered once (ours: who sees it again flags it again), also after the placement or the closing.
 *
 * Errors: `no-such-risk`; `risk-answered`; those of the phase.
 * Source: R-265, docs/rules.md.
 */
export function judgeRiskAnswer(event: RiskAnswered, state: Trajectory, rules: TrajectoryRules): CannotAnswerRisk | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { riskId } = event.data;
  const risk = state.risks.get(riskId);
  if (!risk) return { code: 'no-such-risk', riskId };
  if (risk.answeredOn !== null) return { code: 'risk-answered', riskId, answeredOn: risk.answeredOn };
}
