import type { PlacementId, SubjectId } from '../../kernel/ids.js';
import type { Folds } from '../trajectory.js';
import type { aftercareVocabulary } from './aftercare.events.js';

/** The last contact of a placement counts. */
export const foldAftercare: Folds<keyof typeof aftercareVocabulary> = {
  AftercareContactAssigned: (state, { data: { placementId, subject } }) => ({
    ...state,
    aftercareContacts: new Map<PlacementId, SubjectId>(state.aftercareContacts).set(placementId, subject),
  }),
  GuidanceSessionHeld: (state) => state,
};
