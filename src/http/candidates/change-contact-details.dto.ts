import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { ContactWords } from './person-words.dto.js';

/** Body of `POST /candidates/{candidateId}/contact-details`. */
export const ChangeContactDetailsDto = z
  .strictObject({
    changedOn: day.optional().meta({ description: 'Today when absent.' }),
    words: ContactWords,
  })
  .meta({ id: 'ChangeContactDetails' });
export type ChangeContactDetailsDto = z.output<typeof ChangeContactDetailsDto>;
