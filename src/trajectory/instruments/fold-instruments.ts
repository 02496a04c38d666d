import { added, changed, type Folds, type Trajectory } from '../trajectory.js';
import type { instrumentsVocabulary } from './instruments.events.js';

const asItWas = (state: Trajectory): Trajectory => state;

/** What was granted stays known after it ended; the first end counts. */
export const foldInstruments: Folds<keyof typeof instrumentsVocabulary> = {
  InstrumentGranted: (state, { data: { instrumentId, placementId, kind, from, until } }) => ({
    ...state,
    instruments: added(state.instruments, instrumentId, { placementId, kind, from, until, endedOn: null }),
  }),
  InstrumentEnded: (state, { occurredOn, data: { instrumentId } }) => ({
    ...state,
    instruments: changed(state.instruments, instrumentId, (instrument) => ({
      ...instrument,
      endedOn: instrument.endedOn ?? occurredOn,
    })),
  }),
  IncentiveGranted: asItWas,
  SanctionRecorded: asItWas,
};
