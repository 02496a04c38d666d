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
  .meta({ id: 'RecordCheckIn' });
export type RecordCheckInDto = z.output<typeof RecordCheckInDto>;
