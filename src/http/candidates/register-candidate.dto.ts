import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { BenefitNowDto } from './benefits.dto.js';
import { PersonWords } from './person-words.dto.js';

/** Body of `POST /candidates`. */
export const RegisterCandidateDto = z
  .strictObject({
    registeredOn: day.optional().meta({ description: 'Today when absent.' }),
    walkIn: z.boolean().default(false).meta({ description: 'Came without an invitation.' }),
    benefit: BenefitNowDto.optional().meta({
      description: 'The benefit that this person has already, recorded in the same append.',
    }),
    words: PersonWords,
  })
  .meta({
    id: 'RegisterCandidate',
    examples: [
      {
        registeredOn: '2019-09-05',
        walkIn: true,
        benefit: { kind: 'bijstand', source: 'municipality', startedOn: '2018-05-01' },
        words: { givenNames: 'Sanne', familyName: 'Voorbeeld', birthDate: '1987-02-03', bsn: '999993549' },
      },
    ],
  });
export type RegisterCandidateDto = z.output<typeof RegisterCandidateDto>;
