import type { Day } from '../../kernel/days.js';
import type { Retraining } from '../around.js';
import { added, changed, type Folds } from '../trajectory.js';
import type { retrainingVocabulary } from './retraining.events.js';

/** A retraining stays known when it is over. */
export const foldRetraining: Folds<keyof typeof retrainingVocabulary> = {
  RetrainingStarted: (state, { data: { retrainingId } }) => ({
    ...state,
    retrainings: added(state.retrainings, retrainingId, { over: null }),
  }),
  RetrainingCompleted: (state, { occurredOn, data: { retrainingId } }) => ({
    ...state,
    retrainings: changed(state.retrainings, retrainingId, over('completed', occurredOn)),
  }),
  RetrainingDropped: (state, { occurredOn, data: { retrainingId } }) => ({
    ...state,
    retrainings: changed(state.retrainings, retrainingId, over('dropped', occurredOn)),
  }),
};

const over =
  (how: 'completed' | 'dropped', on: Day) =>
  (retraining: Retraining): Retraining => ({ over: retraining.over ?? { how, on } });
