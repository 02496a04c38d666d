import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { RESUMPTIONS } from '../../series/series.events.js';

/** Body of `POST /series/{seriesId}/resumption`. */
export const ResumeSeriesDto = z
  .strictObject({
    resumedOn: day.optional().meta({ description: 'The day on which it was decided; today when absent.' }),
    reason: z.enum(RESUMPTIONS),
    from: day.meta({ description: 'The first day for which meetings may be scheduled again.' }),
  })
  .meta({ id: 'ResumeSeries', examples: [{ resumedOn: '2020-08-20', reason: 'reason-passed', from: '2020-09-01' }] });
export type ResumeSeriesDto = z.output<typeof ResumeSeriesDto>;
