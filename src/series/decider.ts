import type { Decider } from '../kernel/decider.js';
import { endSeries, judgeEnd, offerEnd, type CannotEndSeries, type EndSeries } from './end-series.js';
import { judgeResumption, offerResumption, resumeSeries, type CannotResumeSeries, type ResumeSeries } from './resume-series.js';
import { evolve, noSeries, type Series } from './series.js';
import { seriesVocabulary, type SeriesEvent } from './series.events.js';
import { judgeStart, offerStart, startSeries, type CannotStartSeries, type StartSeries } from './start-series.js';
import {
  judgeSuspension,
  offerSuspension,
  suspendSeries,
  type CannotSuspendSeries,
  type SuspendSeries,
} from './suspend-series.js';

export type SeriesCommand = StartSeries | SuspendSeries | ResumeSeries | EndSeries;
export type SeriesRefusal = CannotStartSeries | CannotSuspendSeries | CannotResumeSeries | CannotEndSeries;

/** How the stream of a series decides; no ruleset bears on it. */
export const seriesDecider: Decider<Series, SeriesEvent, SeriesCommand, SeriesRefusal, undefined> = {
  initial: noSeries,
  evolve,
  vocabulary: seriesVocabulary,
  propose: { StartSeries: startSeries, SuspendSeries: suspendSeries, ResumeSeries: resumeSeries, EndSeries: endSeries },
  offers: { StartSeries: offerStart, SuspendSeries: offerSuspension, ResumeSeries: offerResumption, EndSeries: offerEnd },
  judge: {
    SeriesStarted: judgeStart,
    SeriesSuspended: judgeSuspension,
    SeriesResumed: judgeResumption,
    SeriesEnded: judgeEnd,
  },
  judgedOnce: new Set(),
  ledger: new Set(),
  rulesFor: () => undefined,
  rulesOn: () => undefined,
  keeps: {},
};
