import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/handovers/{handoverId}/acceptance`. */
export const AcceptHandoverDto = z
  .strictObject({
    acceptedOn: day.optional().meta({ description: 'Today when absent.' }),

    words: NoteWords.optional(),
  })
  .meta({ id: 'AcceptHandover', examples: [{ acceptedOn: '2019-11-06' }] });
export type AcceptHandoverDto = z.output<typeof AcceptHandoverDto>;
