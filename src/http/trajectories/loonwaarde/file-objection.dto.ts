import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { SIDES } from '../../../programme/terms.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/loonwaarde-measurements/{measurementId}/objections`. */
export const FileLoonwaardeObjectionDto = z
  .strictObject({
    filedOn: day.optional().meta({ description: 'Today when absent.' }),
    by: z.enum(SIDES),
    words: NoteWords.optional(),
  })
  .meta({ id: 'FileLoonwaardeObjection', examples: [{ filedOn: '2019-12-20', by: 'employer' }] });
export type FileLoonwaardeObjectionDto = z.output<typeof FileLoonwaardeObjectionDto>;
