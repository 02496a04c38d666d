import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeGoingOn, type NotGoingOn } from './going-on.js';
import { openGap, type Series } from './series.js';
import type { SeriesSuspended } from './series.events.js';

/** No meetings for some time. Those that are scheduled already are cancelled one by one: each is a stream of its own. */
export type SuspendSeries = Command<'SuspendSeries', SeriesSuspended['data']>;

export type CannotSuspendSeries = NotGoingOn | { code: 'series-already-suspended'; suspendedFrom: Day };

/** Proposes exactly one `SeriesSuspended`. */
export function suspendSeries({ on, data }: SuspendSeries & { on: Day }): [SeriesSuspended] {
  return [{ type: 'SeriesSuspended', occurredOn: on, data }];
}

/** What `next-steps` may try: to suspend what started. */
export function offerSuspension({ started }: Series): Offers<SuspendSeries, CannotSuspendSeries> {
  return { subjects: started ? [{ reason: 'public-health', from: started.on }] : [], none: 'series-not-started' };
}

/**
 * What is suspended is not suspended again.
 *
 * Errors: `series-not-started`; `before-series`; `series-ended`; `series-already-suspended`.
 * Source, docs/rules.md.
 */
export function judgeSuspension({ occurredOn }: SeriesSuspended, series: Series): CannotSuspendSeries | undefined {
  const refusal = judgeGoingOn(occurredOn, series);
  if (refusal) return refusal;

  const open = openGap(series);
  if (open) return { code: 'series-already-suspended', suspendedFrom: open.from };
}
