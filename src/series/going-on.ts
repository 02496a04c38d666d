import type { Day } from '../kernel/days.js';
import type { Series } from './series.js';

export type NotBegun = { code: 'series-not-started' } | { code: 'before-series'; happenedOn: Day; startedOn: Day };
export type NotGoingOn = NotBegun | { code: 'series-ended'; endedOn: Day; lastOn: Day };

/** A series takes nothing before the day of its start. Errors: `series-not-started`; `before-series`. Source: R-411, docs/rules.md. */
export function judgeBegun(happenedOn: Day, { started }: Series): NotBegun | undefined {
  if (!started) return { code: 'series-not-started' };
  if (happenedOn < started.on) return { code: 'before-series', happenedOn, startedOn: started.on };
}

/**
 * A series takes something from its start up to the day on which its end was decided, both days included.
 *
 * Errors: `series-not-started`; `before-series`; `series-ended`.
 * Source: R-411, docs/rules.md.
 */
export function judgeGoingOn(happenedOn: Day, series: Series): NotGoingOn | undefined {
  const refusal = judgeBegun(happenedOn, series);
  if (refusal) return refusal;

  const { ended } = series;
  if (ended && happenedOn > ended.on) return { code: 'series-ended', endedOn: ended.on, lastOn: ended.lastOn };
}
