import type { Folds } from '../trajectory.js';
import type { dismissalVocabulary } from './dismissal.events.js';

/** The last word on the day counts; the first one is when it was announced. */
export const foldDismissal: Folds<keyof typeof dismissalVocabulary> = {
  DismissalAnnounced: (state, { occurredOn, data: { dismissalOn } }) => ({
    ...state,
    dismissal: { announcedOn: state.dismissal?.announcedOn ?? occurredOn, dismissalOn },
  }),
  DismissalRevised: (state, { occurredOn, data: { dismissalOn } }) => ({
    ...state,
    dismissal: { announcedOn: state.dismissal?.announcedOn ?? occurredOn, dismissalOn },
  }),
};
