import {
  measureLoonwaarde,
  judgeMeasurement,
  offerMeasurements,
  type CannotMeasureLoonwaarde,
  type MeasureLoonwaarde,
} from './measure-loonwaarde.js';
import {
  fileLoonwaardeObjection,
  judgeObjection,
  offerObjections,
  type CannotFileLoonwaardeObjection,
  type FileLoonwaardeObjection,
} from './file-objection.js';
import {
  decideLoonwaardeObjection,
  judgeObjectionDecision,
  offerObjectionDecisions,
  type CannotDecideLoonwaardeObjection,
  type DecideLoonwaardeObjection,
} from './decide-objection.js';

export type LoonwaardeCommand = MeasureLoonwaarde | FileLoonwaardeObjection | DecideLoonwaardeObjection;
export type LoonwaardeRefusal = CannotMeasureLoonwaarde | CannotFileLoonwaardeObjection | CannotDecideLoonwaardeObjection;

/** How measurements and objections to them are decided. */
export const loonwaardeDecisions = {
  propose: {
    MeasureLoonwaarde: measureLoonwaarde,
    FileLoonwaardeObjection: fileLoonwaardeObjection,
    DecideLoonwaardeObjection: decideLoonwaardeObjection,
  },
  offers: {
    MeasureLoonwaarde: offerMeasurements,
    FileLoonwaardeObjection: offerObjections,
    DecideLoonwaardeObjection: offerObjectionDecisions,
  },
  judge: {
    LoonwaardeMeasured: judgeMeasurement,
    LoonwaardeObjectionFiled: judgeObjection,
    LoonwaardeObjectionDecided: judgeObjectionDecision,
  },
  judgedOnce: [],
  keeps: { LoonwaardeMeasured: ['measurementId'] },
} as const;
