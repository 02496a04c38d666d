import { z } from 'zod';
import { code, day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/literacy-actions/{literacyActionId}/completion`. */
export const CompleteLiteracyActionDto = z
  .strictObject({
    completedOn: day.optional().meta({ description: 'Today when absent.' }),
    level: code<'literacy-level'>().meta({ description: 'The level that was reached.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'CompleteLiteracyAction', examples: [{ completedOn: '2020-03-01', level: 'language-1f' }] });
export type CompleteLiteracyActionDto = z.output<typeof CompleteLiteracyActionDto>;
