import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { bsn } from './person-words.dto.js';

/** Body of `POST /candidates/{candidateId}/identity`. */
export const LinkIdentityDto = z
  .strictObject({
    linkedOn: day.optional().meta({ description: 'Today when absent.' }),
    words: z.strictObject({ bsn }),
  })
  .meta({ id: 'LinkIdentity' });
export type LinkIdentityDto = z.output<typeof LinkIdentityDto>;
