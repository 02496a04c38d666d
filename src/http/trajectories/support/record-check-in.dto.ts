import { z } from 'zod';
import { day, placementId } from '../../../kernel/fields.events.js';
import { SIDES } from '../../../programme/terms.js';
import { CONCERNS } from '../../../trajectory/support/support.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/check-ins`. */
export const RecordCheckInDto = z
  .strictObject({
    heldOn: day.optional().meta({ description: 'The day of the conversation; today when absent.' }),
    placementId,
    with: z.enum(SIDES),
    rating: z.int().min(1).max(5).meta({ description: 'From 1 (badly) to 5 (well).' }),
    concerns: z.array(z.enum(CONCERNS)).max(CONCERNS.length).default([]),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'RecordCheckIn',
    examples: [
      {
        heldOn: '2019-11-18',
        placementId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4',
        with: 'candidate',
        rating: 4,
        concerns: ['travel'],
        words: { note: 'The bus comes too late.' },
      },
    ],
  });
export type RecordCheckInDto = z.output<typeof RecordCheckInDto>;
