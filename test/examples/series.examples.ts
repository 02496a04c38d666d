import { dayFrom } from '../../src/kernel/days.js';
import type { ProgrammeId } from '../../src/kernel/ids.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { seriesDecider, type SeriesCommand } from '../../src/series/decider.js';
import type { SeriesEvent } from '../../src/series/series.events.js';
import { specFor } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

const event = eventTeller<SeriesEvent>();
const command = commandTeller<SeriesCommand>();

const series = {
  title: 'Meedoenplein' as PublicText,
  rhythm: 'monthly',
  programmeId: testId<'programme'>('programme', 'meedoen-werkt') satisfies ProgrammeId,
} as const;
const suspension = { reason: 'public-health', from: dayFrom('2020-03-12') } as const;
const resumption = { reason: 'reason-passed', from: dayFrom('2020-09-01') } as const;
const end = { lastOn: dayFrom('2020-12-31') };

/** What is recorded about the series. */
export const started = event('SeriesStarted', series);
export const suspended = event('SeriesSuspended', suspension);
export const resumed = event('SeriesResumed', resumption);
export const ended = event('SeriesEnded', end);

/** What may be asked of it. */
export const start = command('StartSeries', series);
export const suspend = command('SuspendSeries', suspension);
export const resume = command('ResumeSeries', resumption);
export const endIt = command('EndSeries', end);

/** Stories of series. */
export const given = specFor(seriesDecider);
