import { added, changed, type Folds } from '../trajectory.js';
import type { employmentVocabulary } from './employment.events.js';

/** What is agreed about a placement follows its last word; the first day on which a job was known is kept. */
export const foldEmployment: Folds<keyof typeof employmentVocabulary> = {
  ContractSigned: (state, { data: { placementId, from } }) => ({
    ...state,
    placements: changed(state.placements, placementId, (placement) => ({
      ...placement,
      contractsFrom: [...placement.contractsFrom, from],
    })),
  }),
  PlacementExtended: (state, { data: { placementId, until } }) => ({
    ...state,
    placements: changed(state.placements, placementId, (placement) => ({
      ...placement,
      lastDays: [...placement.lastDays, until],
    })),
  }),
  PlacementConverted: (state, { data: { placementId, kind } }) => ({
    ...state,
    placements: changed(state.placements, placementId, (placement) => ({ ...placement, kind })),
  }),
  NewJobFound: (state, { occurredOn, data: { startsOn } }) => ({
    ...state,
    newJobs: added(state.newJobs, startsOn, occurredOn),
  }),
};
