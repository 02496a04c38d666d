import type { Folds } from '../trajectory.js';
import type { intakeVocabulary } from './intake.events.js';

/** The last goal counts. */
export const foldIntake: Folds<keyof typeof intakeVocabulary> = {
  GoalSet: (state, { data: { goal, askAgainOn } }) => ({ ...state, goal: { goal, askAgainOn } }),
  GoalChanged: (state, { data: { goal, askAgainOn } }) => ({ ...state, goal: { goal, askAgainOn } }),
};
