import { added, changed, type Folds } from '../trajectory.js';
import type { documentsVocabulary } from './documents.events.js';

/** A document stays known when it was withdrawn. */
export const foldDocuments: Folds<keyof typeof documentsVocabulary> = {
  DocumentAttached: (state, { data: { documentId } }) => ({
    ...state,
    documents: added(state.documents, documentId, { withdrawnOn: null }),
  }),
  DocumentWithdrawn: (state, { occurredOn, data: { documentId } }) => ({
    ...state,
    documents: changed(state.documents, documentId, ({ withdrawnOn }) => ({ withdrawnOn: withdrawnOn ?? occurredOn })),
  }),
};
