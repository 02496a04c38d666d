import { z } from 'zod';
import { day, eventId } from '../../../kernel/fields.events.js';
import { RETURN_WITHDRAWALS } from '../../../trajectory/returning/returning.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/return-withdrawals`. */
export const WithdrawReturnDto = z
  .strictObject({
    benefitEventId: eventId,
    returnedOn: day,
    reason: z.enum(RETURN_WITHDRAWALS),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'WithdrawReturn',
    examples: [{ benefitEventId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60', returnedOn: '2020-09-01', reason: 'facts-corrected' }],
  });
export type WithdrawReturnDto = z.output<typeof WithdrawReturnDto>;
