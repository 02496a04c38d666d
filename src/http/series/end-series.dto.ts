import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';

/** Body of `POST /series/{seriesId}/end`. */
export const EndSeriesDto = z
  .strictObject({
    endedOn: day.optional().meta({ description: 'The day on which it was decided; today when absent.' }),
    lastOn: day.meta({ description: 'The last day on which a meeting of it may be held.' }),
  })
  .meta({ id: 'EndSeries', examples: [{ endedOn: '2020-12-01', lastOn: '2020-12-31' }] });
export type EndSeriesDto = z.output<typeof EndSeriesDto>;
