import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { SUSPENSIONS } from '../../series/series.events.js';

/** Body of `POST /series/{seriesId}/suspension`. */
export const SuspendSeriesDto = z
  .strictObject({
    suspendedOn: day.optional().meta({ description: 'The day on which it was decided; today when absent.' }),
    reason: z.enum(SUSPENSIONS),
    from: day.meta({ description: 'The first day for which no meeting is scheduled.' }),
  })
  .meta({ id: 'SuspendSeries', examples: [{ suspendedOn: '2020-03-12', reason: 'public-health', from: '2020-03-12' }] });
export type SuspendSeriesDto = z.output<typeof SuspendSeriesDto>;
