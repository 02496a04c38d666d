import type { Folds } from '../trajectory.js';
import type { closingVocabulary } from './closing.events.js';

/** The first closing counts until it is undone. */
export const foldClosing: Folds<keyof typeof closingVocabulary> = {
  TrajectoryClosed: (state, { occurredOn, data: { result } }) => ({
    ...state,
    closed: state.closed ?? { on: occurredOn, result },
  }),
  TrajectoryReopened: (state) => ({ ...state, closed: null }),
};
