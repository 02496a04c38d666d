import { addDays, laterOf, type Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeGoingOn, type NotGoingOn } from './going-on.js';
import { openGap, type Series } from './series.js';
import type { SeriesResumed } from './series.events.js';

/** Meetings may be scheduled again, from a day on. */
export type ResumeSeries = Command<'ResumeSeries', SeriesResumed['data']>;

export type CannotResumeSeries =
  NotGoingOn | { code: 'series-not-suspended' } | { code: 'resumes-before-suspension'; from: Day; suspendedFrom: Day };

/** Proposes exactly one `SeriesResumed`. */
export function resumeSeries({ on, data }: ResumeSeries & { on: Day }): [SeriesResumed] {
  return [{ type: 'SeriesResumed', occurredOn: on, data }];
}

/** What `next-steps` may try: to resume after the last suspension. */
export function offerResumption({ gaps }: Series): Offers<ResumeSeries, CannotResumeSeries> {
  if (gaps.length === 0) return { subjects: [], none: 'series-not-suspended' };

  const from = addDays(gaps.map((gap) => gap.from).reduce(laterOf), 1);
  return { subjects: [{ reason: 'reason-passed', from }], none: 'series-not-suspended' };
}

/**
 * Only what is suspended is resumed, from a later day than that from which it was suspended.
 *
 * Errors: `series-not-started`; `before-series`; `series-ended`; `series-not-suspended`; `resumes-before-suspension`.
 * Source, docs/rules.md.
 */
export function judgeResumption({ occurredOn, data: { from } }: SeriesResumed, series: Series): CannotResumeSeries | undefined {
  const refusal = judgeGoingOn(occurredOn, series);
  if (refusal) return refusal;

  const open = openGap(series);
  if (!open) return { code: 'series-not-suspended' };
  if (from <= open.from) return { code: 'resumes-before-suspension', from, suspendedFrom: open.from };
}
