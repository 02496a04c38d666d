import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { WITHDRAWAL_REASONS } from '../../../trajectory/presentation/presentation.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/presentations/{presentationId}/withdrawal`. */
export const WithdrawPresentationDto = z
  .strictObject({
    withdrawnOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(WITHDRAWAL_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'WithdrawPresentation', examples: [{ withdrawnOn: '2020-05-01', reason: 'candidate-asked' }] });
export type WithdrawPresentationDto = z.output<typeof WithdrawPresentationDto>;
