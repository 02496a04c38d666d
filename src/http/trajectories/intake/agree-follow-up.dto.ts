import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/intakes/follow-ups`. */
export const AgreeFollowUpDto = z
  .strictObject({
    agreedOn: day.optional().meta({ description: 'Today when absent.' }),
    followUpOn: day.meta({ description: 'The day of the next appointment.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'AgreeFollowUp', examples: [{ agreedOn: '2019-10-11', followUpOn: '2019-10-25' }] });
export type AgreeFollowUpDto = z.output<typeof AgreeFollowUpDto>;
