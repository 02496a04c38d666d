import { added, changed, type Folds } from '../trajectory.js';
import type { presentationVocabulary } from './presentation.events.js';

/** A presentation stays known when it was withdrawn. */
export const foldPresentation: Folds<keyof typeof presentationVocabulary> = {
  PresentationPublished: (state, { data: { presentationId } }) => ({
    ...state,
    presentations: added(state.presentations, presentationId, { withdrawnOn: null }),
  }),
  PresentationWithdrawn: (state, { occurredOn, data: { presentationId } }) => ({
    ...state,
    presentations: changed(state.presentations, presentationId, ({ withdrawnOn }) => ({
      withdrawnOn: withdrawnOn ?? occurredOn,
    })),
  }),
  PresentationViewed: (state) => state,
};
