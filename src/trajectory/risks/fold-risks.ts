import { added, changed, type Folds } from '../trajectory.js';
import type { risksVocabulary } from './risks.events.js';

/** A risk stays known when it was answered. */
export const foldRisks: Folds<keyof typeof risksVocabulary> = {
  RiskFlagged: (state, { data: { riskId } }) => ({ ...state, risks: added(state.risks, riskId, { answeredOn: null }) }),
  RiskAnswered: (state, { occurredOn, data: { riskId } }) => ({
    ...state,
    risks: changed(state.risks, riskId, ({ answeredOn }) => ({ answeredOn: answeredOn ?? occurredOn })),
  }),
};
