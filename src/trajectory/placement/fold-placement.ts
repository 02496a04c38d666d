import { added, changed, type Folds } from '../trajectory.js';
import type { placementVocabulary } from './placement.events.js';

/** A placement names its match; an ended one stays known. */
export const foldPlacement: Folds<keyof typeof placementVocabulary> = {
  PlacementStarted: (state, { occurredOn, data: { placementId, matchId, kind, until } }) => ({
    ...state,
    matches: changed(state.matches, matchId, (match) => ({ ...match, placementId: match.placementId ?? placementId })),
    placements: added(state.placements, placementId, {
      matchId,
      kind,
      startedOn: occurredOn,
      endedOn: null,
      lastDays: [until],
      contractsFrom: [],
    }),
  }),
  PlacementEnded: (state, { occurredOn, data: { placementId } }) => ({
    ...state,
    placements: changed(state.placements, placementId, (placement) => ({
      ...placement,
      endedOn: placement.endedOn ?? occurredOn,
    })),
  }),
};
