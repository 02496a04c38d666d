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
  .meta({
    id: 'RecordMissedCheckIn',
    examples: [
      { missedOn: '2019-11-18', placementId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4', with: 'employer', reason: 'no-answer' },
    ],
  });
export type RecordMissedCheckInDto = z.output<typeof RecordMissedCheckInDto>;
