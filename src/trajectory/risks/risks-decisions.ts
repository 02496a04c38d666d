import { type CannotFlagRisk, judgeRisk, offerRisks, flagRisk, type FlagRisk } from './flag-risk.js';
import { type CannotAnswerRisk, judgeRiskAnswer, offerRiskAnswers, answerRisk, type AnswerRisk } from './answer-risk.js';

export type RisksCommand = FlagRisk | AnswerRisk;
export type RisksRefusal = CannotFlagRisk | CannotAnswerRisk;

/** How it is decided about who may drop out or come back. */
export const risksDecisions = {
  propose: {
    FlagRisk: flagRisk,
    AnswerRisk: answerRisk,
  },
  offers: {
    FlagRisk: offerRisks,
    AnswerRisk: offerRiskAnswers,
  },
  judge: {
    RiskFlagged: judgeRisk,
    RiskAnswered: judgeRiskAnswer,
  },
  /** What was seen stays seen. */
  judgedOnce: ['RiskFlagged'],
  keeps: {
    RiskFlagged: ['riskId'],
  },
} as const;
