import { z } from 'zod';
import { day, programmeId, publicText } from '../../kernel/fields.events.js';
import { RHYTHMS } from '../../series/series.events.js';

/** Body of `POST /series`. */
export const StartSeriesDto = z
  .strictObject({
    startedOn: day.optional().meta({ description: 'Today when absent.' }),
    title: publicText,
    rhythm: z.enum(RHYTHMS).meta({ description: 'How often it is meant to be; nothing is scheduled by it.' }),
    programmeId,
  })
  .meta({
    id: 'StartSeries',
    examples: [{ title: 'Meedoenplein', rhythm: 'monthly', programmeId: '8e3fa091-6c3d-5b4e-af50-3d4e5f607182' }],
  });
export type StartSeriesDto = z.output<typeof StartSeriesDto>;
