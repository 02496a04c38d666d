import {
  type CannotCompleteRetraining,
  completeRetraining,
  type CompleteRetraining,
  judgeRetrainingEnd,
  offerRetrainingEnds,
} from './complete-retraining.js';
import { type CannotDropRetraining, dropRetraining, type DropRetraining, judgeDrop, offerDrops } from './drop-retraining.js';
import {
  type CannotStartRetraining,
  judgeRetraining,
  offerRetrainings,
  startRetraining,
  type StartRetraining,
} from './start-retraining.js';

export type RetrainingCommand = StartRetraining | CompleteRetraining | DropRetraining;
export type RetrainingRefusal = CannotStartRetraining | CannotCompleteRetraining | CannotDropRetraining;

/** How it is decided about learning other or better work. */
export const retrainingDecisions = {
  propose: {
    StartRetraining: startRetraining,
    CompleteRetraining: completeRetraining,
    DropRetraining: dropRetraining,
  },
  offers: {
    StartRetraining: offerRetrainings,
    CompleteRetraining: offerRetrainingEnds,
    DropRetraining: offerDrops,
  },
  judge: {
    RetrainingStarted: judgeRetraining,
    RetrainingCompleted: judgeRetrainingEnd,
    RetrainingDropped: judgeDrop,
  },
  keeps: {
    RetrainingStarted: ['retrainingId'],
  },
} as const;
