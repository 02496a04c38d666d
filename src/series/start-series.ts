import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Id } from '../kernel/ids.js';
import type { Command } from '../kernel/messages.js';
import type { PublicText } from '../kernel/public-text.js';
import type { Series } from './series.js';
import type { SeriesStarted } from './series.events.js';

/** The first command of a series: meetings of one programme that come again. */
export type StartSeries = Command<'StartSeries', SeriesStarted['data']>;

export type CannotStartSeries = { code: 'series-already-started'; startedOn: Day };

const SAMPLE: SeriesStarted['data'] = {
  title: 'Voorbeeld' as PublicText,
  rhythm: 'monthly',
  programmeId: '00000000-0000-5000-8000-000000000000' as Id<never>,
};

/** Proposes exactly one `SeriesStarted`. */
export function startSeries({ on, data }: StartSeries & { on: Day }): [SeriesStarted] {
  return [{ type: 'SeriesStarted', occurredOn: on, data }];
}

/** What `next-steps` may try: a start, as long as there is none. */
export function offerStart({ started }: Series): Offers<StartSeries, CannotStartSeries> {
  return { subjects: started ? [] : [SAMPLE], none: 'series-already-started' };
}

/** A series starts once. Errors: `series-already-started`. Source: R-410, docs/rules.md. */
export function judgeStart(_: SeriesStarted, { started }: Series): CannotStartSeries | undefined {
  if (started) return { code: 'series-already-started', startedOn: started.on };
}
