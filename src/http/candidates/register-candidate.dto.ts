import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { PersonWords } from './person-words.dto.js';

/** Body of `POST /candidates`. */
export const RegisterCandidateDto = z
  .strictObject({
    registeredOn: day.optional().meta({ description: 'Today when absent.' }),
    walkIn: z.boolean().default(false).meta({ description: 'Came without an invitation.' }),
    words: PersonWords,
  })
  .meta({ id: 'RegisterCandidate' });
export type RegisterCandidateDto = z.output<typeof RegisterCandidateDto>;
