import { z } from 'zod';
import { day, placementId } from '../../../kernel/fields.events.js';
import { SIDES } from '../../../programme/terms.js';
import { MISS_REASONS } from '../../../trajectory/support/support.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/missed-check-ins`. */
export const RecordMissedCheckInDto = z
  .strictObject({
    missedOn: day.optional().meta({ description: 'Today when absent.' }),
    placementId,
    with: z.enum(SIDES),
    reason: z.enum(MISS_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'RecordMissedCheckIn' });
export type RecordMissedCheckInDto = z.output<typeof RecordMissedCheckInDto>;
