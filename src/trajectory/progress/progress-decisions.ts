import {
  agreeLiteracyAction,
  type AgreeLiteracyAction,
  type CannotAgreeLiteracyAction,
  judgeLiteracy,
  offerLiteracy,
} from './agree-literacy-action.js';
import {
  type CannotChangeParticipationStep,
  changeParticipationStep,
  type ChangeParticipationStep,
  judgeStep,
  offerSteps,
} from './change-participation-step.js';
import {
  type CannotCompleteLiteracyAction,
  completeLiteracyAction,
  type CompleteLiteracyAction,
  judgeLiteracyEnd,
  offerLiteracyEnds,
} from './complete-literacy-action.js';
import {
  type CannotDiscussIncomeEffect,
  discussIncomeEffect,
  type DiscussIncomeEffect,
  judgeIncomeTalk,
  offerIncomeTalks,
} from './discuss-income-effect.js';
import {
  type CannotFlagStagnation,
  flagStagnation,
  type FlagStagnation,
  judgeStagnation,
  offerFlags,
} from './flag-stagnation.js';
import {
  type CannotRecordAssessment,
  judgeAssessment,
  offerAssessments,
  recordAssessment,
  type RecordAssessment,
} from './record-assessment.js';

export type ProgressCommand =
  | RecordAssessment
  | ChangeParticipationStep
  | FlagStagnation
  | AgreeLiteracyAction
  | CompleteLiteracyAction
  | DiscussIncomeEffect;
export type ProgressRefusal =
  | CannotRecordAssessment
  | CannotChangeParticipationStep
  | CannotFlagStagnation
  | CannotAgreeLiteracyAction
  | CannotCompleteLiteracyAction
  | CannotDiscussIncomeEffect;

/** How it is decided how somebody gets on. */
export const progressDecisions = {
  propose: {
    RecordAssessment: recordAssessment,
    ChangeParticipationStep: changeParticipationStep,
    FlagStagnation: flagStagnation,
    AgreeLiteracyAction: agreeLiteracyAction,
    CompleteLiteracyAction: completeLiteracyAction,
    DiscussIncomeEffect: discussIncomeEffect,
  },
  offers: {
    RecordAssessment: offerAssessments,
    ChangeParticipationStep: offerSteps,
    FlagStagnation: offerFlags,
    AgreeLiteracyAction: offerLiteracy,
    CompleteLiteracyAction: offerLiteracyEnds,
    DiscussIncomeEffect: offerIncomeTalks,
  },
  judge: {
    AssessmentRecorded: judgeAssessment,
    ParticipationStepChanged: judgeStep,
    StagnationFlagged: judgeStagnation,
    LiteracyActionAgreed: judgeLiteracy,
    LiteracyActionCompleted: judgeLiteracyEnd,
    IncomeEffectDiscussed: judgeIncomeTalk,
  },
  /** What was seen then. */
  judgedOnce: ['StagnationFlagged'],
  keeps: {
    LiteracyActionAgreed: ['literacyActionId'],
  },
} as const;
