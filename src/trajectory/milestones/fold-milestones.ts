import type { Code } from '../../kernel/fields.events.js';
import { changed, type Folds } from '../trajectory.js';
import type { milestonesVocabulary } from './milestones.events.js';

/** A milestone that was withdrawn may be told again. */
export const foldMilestones: Folds<keyof typeof milestonesVocabulary> = {
  MilestoneReached: (state, { data: { milestone } }) => ({
    ...state,
    milestones: new Map<Code<'milestone'>, boolean>(state.milestones).set(milestone, true),
  }),
  MilestoneWithdrawn: (state, { data: { milestone } }) => ({
    ...state,
    milestones: changed(state.milestones, milestone, () => false),
  }),
};
