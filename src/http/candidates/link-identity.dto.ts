import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { bsn } from './person-words.dto.js';

/** Body of `POST /candidates/{candidateId}/identity`. */
export const LinkIdentityDto = z
  .strictObject({
    linkedOn: day.optional().meta({ description: 'Today when absent.' }),
    words: z.strictObject({ bsn }),
  })
  .meta({ id: 'LinkIdentity', examples: [{ linkedOn: '2019-09-12', words: { bsn: '999993549' } }] });
export type LinkIdentityDto = z.output<typeof LinkIdentityDto>;
