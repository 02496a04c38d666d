import { z } from 'zod';
import { code, day, placementId } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/loonwaarde-measurements`. */
export const MeasureLoonwaardeDto = z
  .strictObject({
    measuredOn: day.optional().meta({ description: 'Today when absent.' }),
    placementId,
    percent: z.number().min(0).max(100).multipleOf(0.01),
    method: code<'loonwaarde-method'>(),
    normFunction: code<'norm-function'>().meta({ description: 'The work with which it was compared.' }),
    validFrom: day,
    validUntil: day.nullable().default(null).meta({ description: 'The last day, null until a later measurement.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'MeasureLoonwaarde',
    examples: [
      {
        measuredOn: '2019-12-09',
        placementId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4',
        percent: 60,
        method: 'uniform-2021',
        normFunction: 'bakery-hand',
        validFrom: '2020-01-01',
      },
    ],
  });
export type MeasureLoonwaardeDto = z.output<typeof MeasureLoonwaardeDto>;
