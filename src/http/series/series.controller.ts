import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import { seriesId } from '../../kernel/fields.events.js';
import type { SeriesId } from '../../kernel/ids.js';
import type { EndSeries } from '../../series/end-series.js';
import type { ResumeSeries } from '../../series/resume-series.js';
import type { StartSeries } from '../../series/start-series.js';
import type { SuspendSeries } from '../../series/suspend-series.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { EndSeriesDto } from './end-series.dto.js';
import { ResumeSeriesDto } from './resume-series.dto.js';
import { StartSeriesDto } from './start-series.dto.js';
import { SuspendSeriesDto } from './suspend-series.dto.js';

/** Meetings that come again. */
@ApiTags('series')
@Controller('series')
export class SeriesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Starts a series of meetings of a programme; each meeting is scheduled by itself and names it. */
  @Appends('', { summary: 'Start a series of meetings', creates: 'series' })
  start(@Body({ schema: StartSeriesDto }) { startedOn: on, ...data }: StartSeriesDto, @CurrentOrigin() origin: Origin): Outcome {
    const wish = wished<StartSeries>({ type: 'StartSeries', on, data });
    return this.commands.send({ category: 'series', id: null }, origin, wish);
  }

  /** Suspends the series; meetings that are scheduled already are cancelled one by one. */
  @Appends(':seriesId/suspension', { summary: 'Suspend a series' })
  suspend(
    @Param('seriesId', { schema: seriesId }) id: SeriesId,
    @Body({ schema: SuspendSeriesDto }) { suspendedOn: on, ...data }: SuspendSeriesDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'series', id }, origin, wished<SuspendSeries>({ type: 'SuspendSeries', on, data }));
  }

  /** Lets meetings be scheduled again. */
  @Appends(':seriesId/resumption', { summary: 'Resume a series' })
  resume(
    @Param('seriesId', { schema: seriesId }) id: SeriesId,
    @Body({ schema: ResumeSeriesDto }) { resumedOn: on, ...data }: ResumeSeriesDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'series', id }, origin, wished<ResumeSeries>({ type: 'ResumeSeries', on, data }));
  }

  /** Ends the series for ever. */
  @Appends(':seriesId/end', { summary: 'End a series' })
  end(
    @Param('seriesId', { schema: seriesId }) id: SeriesId,
    @Body({ schema: EndSeriesDto }) { endedOn: on, ...data }: EndSeriesDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'series', id }, origin, wished<EndSeries>({ type: 'EndSeries', on, data }));
  }
}
