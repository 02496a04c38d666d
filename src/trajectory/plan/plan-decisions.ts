import { type CannotEvaluatePlan, evaluatePlan, type EvaluatePlan, judgeEvaluation, offerEvaluations } from './evaluate-plan.js';
import {
  type CannotReassignAgreement,
  judgeReassignment,
  offerReassignments,
  reassignAgreement,
  type ReassignAgreement,
} from './reassign-agreement.js';
import {
  type CannotRecordAgreementBroken,
  judgeBroken,
  offerBroken,
  recordAgreementBroken,
  type RecordAgreementBroken,
} from './record-agreement-broken.js';
import {
  type CannotRecordAgreementKept,
  judgeKept,
  offerKept,
  recordAgreementKept,
  type RecordAgreementKept,
} from './record-agreement-kept.js';
import { type CannotRevisePlan, judgePlanRevision, offerPlanRevisions, revisePlan, type RevisePlan } from './revise-plan.js';

export type PlanCommand = EvaluatePlan | RevisePlan | RecordAgreementKept | RecordAgreementBroken | ReassignAgreement;
export type PlanRefusal =
  CannotEvaluatePlan | CannotRevisePlan | CannotRecordAgreementKept | CannotRecordAgreementBroken | CannotReassignAgreement;

/** How it is decided what becomes of a plan; agreeing on it stands beside it. */
export const planDecisions = {
  propose: {
    EvaluatePlan: evaluatePlan,
    RevisePlan: revisePlan,
    RecordAgreementKept: recordAgreementKept,
    RecordAgreementBroken: recordAgreementBroken,
    ReassignAgreement: reassignAgreement,
  },
  offers: {
    EvaluatePlan: offerEvaluations,
    RevisePlan: offerPlanRevisions,
    RecordAgreementKept: offerKept,
    RecordAgreementBroken: offerBroken,
    ReassignAgreement: offerReassignments,
  },
  judge: {
    PlanEvaluated: judgeEvaluation,
    PlanRevised: judgePlanRevision,
    AgreementKept: judgeKept,
    AgreementBroken: judgeBroken,
    AgreementReassigned: judgeReassignment,
  },
  keeps: {},
} as const;
