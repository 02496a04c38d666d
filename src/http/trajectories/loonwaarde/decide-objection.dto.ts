import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { SIDES } from '../../../programme/terms.js';
import { NoteWords } from '../../requests/words.dto.js';
import { OBJECTION_OUTCOMES } from '../../../trajectory/loonwaarde/loonwaarde.events.js';

/** Body of `POST /trajectories/{trajectoryId}/loonwaarde-measurements/{measurementId}/decisions`. */
export const DecideLoonwaardeObjectionDto = z
  .strictObject({
    decidedOn: day.optional().meta({ description: 'Today when absent.' }),
    by: z.enum(SIDES).meta({ description: 'Who had objected.' }),
    outcome: z.enum(OBJECTION_OUTCOMES),
    words: NoteWords.optional(),
  })
  .meta({ id: 'DecideLoonwaardeObjection', examples: [{ decidedOn: '2020-01-31', by: 'employer', outcome: 'unfounded' }] });
export type DecideLoonwaardeObjectionDto = z.output<typeof DecideLoonwaardeObjectionDto>;
