import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { REFUSAL_REASONS } from '../../../trajectory/parties/parties.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/handovers/{handoverId}/refusal`. */
export const RefuseHandoverDto = z
  .strictObject({
    refusedOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(REFUSAL_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'RefuseHandover', examples: [{ refusedOn: '2019-11-06', reason: 'no-capacity' }] });
export type RefuseHandoverDto = z.output<typeof RefuseHandoverDto>;
