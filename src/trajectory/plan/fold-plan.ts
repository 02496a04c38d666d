import type { Folds } from '../trajectory.js';
import type { planVocabulary } from './plan.events.js';

/** Every plan stays known; the last one agreed on holds. */
export const foldPlan: Folds<keyof typeof planVocabulary> = {
  PlanAgreed: (state, { occurredOn, data: { planId, goal, agreements } }) => ({
    ...state,
    plans: new Map(state.plans).set(planId, {
      goal,
      agreed: agreements.map(({ subject }) => subject),
      agreedOn: occurredOn,
    }),
  }),
};
