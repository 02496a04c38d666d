import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { PARTIES } from '../../../programme/terms.js';
import { FALL_REASONS } from '../../../trajectory/match/match.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/matches/{matchId}/falling-through`. */
export const LetMatchFallDto = z
  .strictObject({
    fellOn: day.optional().meta({ description: 'Today when absent.' }),
    by: z.enum(PARTIES),
    reason: z.enum(FALL_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'LetMatchFall', examples: [{ fellOn: '2019-10-15', by: 'employer', reason: 'vacancy-gone' }] });
export type LetMatchFallDto = z.output<typeof LetMatchFallDto>;
