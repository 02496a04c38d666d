import type { Day } from '../kernel/days.js';
import type { Series } from './series.js';

export type NotGoingOn = { code: 'series-not-started' } | { code: 'series-ended'; endedOn: Day; lastOn: Day };

/** A series takes something from its start up to the day on which its end was decided, that day included. Source: R-411, docs/rules.md. */
export function judgeGoingOn(happenedOn: Day, { started, ended }: Series): NotGoingOn | undefined {
  if (!started) return { code: 'series-not-started' };
  if (ended && happenedOn > ended.on) return { code: 'series-ended', endedOn: ended.on, lastOn: ended.lastOn };
}
