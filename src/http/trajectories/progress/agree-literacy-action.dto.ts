import { z } from 'zod';
import { code, day, organisationId } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/literacy-actions`. */
export const AgreeLiteracyActionDto = z
  .strictObject({
    agreedOn: day.optional().meta({ description: 'Today when absent.' }),
    level: code<'literacy-level'>().meta({ description: 'The level aimed at.' }),
    organisationId: organisationId.nullable().default(null).meta({ description: 'Who teaches.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'AgreeLiteracyAction', examples: [{ agreedOn: '2019-11-01', level: 'language-1f' }] });
export type AgreeLiteracyActionDto = z.output<typeof AgreeLiteracyActionDto>;
