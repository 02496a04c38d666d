import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { ContactWords } from './person-words.dto.js';

/** Body of `POST /candidates/{candidateId}/contact-details`. */
export const ChangeContactDetailsDto = z
  .strictObject({
    changedOn: day.optional().meta({ description: 'Today when absent.' }),
    words: ContactWords,
  })
  .meta({
    id: 'ChangeContactDetails',
    examples: [{ changedOn: '2019-10-01', words: { telephone: '0315 000000', town: 'Terborg' } }],
  });
export type ChangeContactDetailsDto = z.output<typeof ChangeContactDetailsDto>;
