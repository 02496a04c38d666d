import { returnKey, type ToldReturn } from '../supported.js';
import { changed, type Folds } from '../trajectory.js';
import type { returningVocabulary } from './returning.events.js';

/** A return that was withdrawn may be told again. */
export const foldReturning: Folds<keyof typeof returningVocabulary> = {
  CandidateReturned: (state, { data: { benefitEventId, returnedOn } }) => {
    const back: ToldReturn = { benefitEventId, returnedOn, told: true };
    return { ...state, returns: new Map<string, ToldReturn>(state.returns).set(returnKey(back), back) };
  },
  ReturnWithdrawn: (state, { data }) => ({
    ...state,
    returns: changed(state.returns, returnKey(data), (back) => ({ ...back, told: false })),
  }),
};
