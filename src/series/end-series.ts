import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeBegun, type NotBegun } from './going-on.js';
import type { Series } from './series.js';
import type { SeriesEnded } from './series.events.js';

/** No meeting of the series is held after a day, for ever. */
export type EndSeries = Command<'EndSeries', SeriesEnded['data']>;

export type CannotEndSeries =
  | NotBegun
  | { code: 'series-already-ended'; endedOn: Day; lastOn: Day }
  | { code: 'ends-before-start'; lastOn: Day; startedOn: Day };

/** Proposes exactly one `SeriesEnded`. */
export function endSeries({ on, data }: EndSeries & { on: Day }): [SeriesEnded] {
  return [{ type: 'SeriesEnded', occurredOn: on, data }];
}

/** What `next-steps` may try: to end what started, once. */
export function offerEnd({ started, ended }: Series): Offers<EndSeries, CannotEndSeries> {
  if (!started) return { subjects: [], none: 'series-not-started' };
  return { subjects: ended ? [] : [{ lastOn: started.on }], none: 'series-already-ended' };
}

/**
 * A series ends once, and not before the day on which it started.
 *
 * Errors: `series-not-started`; `before-series`; `series-already-ended`; `ends-before-start`.
 * Source, docs/rules.md.
 */
export function judgeEnd({ occurredOn, data: { lastOn } }: SeriesEnded, series: Series): CannotEndSeries | undefined {
  const refusal = judgeBegun(occurredOn, series);
  if (refusal) return refusal;

  const { started, ended } = series;
  if (ended) return { code: 'series-already-ended', endedOn: ended.on, lastOn: ended.lastOn };
  if (started && lastOn < started.on) return { code: 'ends-before-start', lastOn, startedOn: started.on };
}
