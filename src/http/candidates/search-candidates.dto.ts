import { z } from 'zod';
import { PERSON_FIELDS } from './person-words.dto.js';

const { bsn, familyName, birthDate } = PERSON_FIELDS;

/** Body of `POST /candidates/search`: a BSN, or a surname with a birth date. */
export const SearchCandidatesDto = z
  .strictObject({
    bsn: bsn.optional(),
    familyName: familyName.optional().meta({ description: 'Whole; case, accents, spaces and signs do not matter.' }),
    birthDate: birthDate.optional(),
  })
  .refine(
    (sought) => (sought.bsn === undefined ? sought.familyName && sought.birthDate : !sought.familyName && !sought.birthDate),
    'holds neither a bsn alone nor both familyName and birthDate',
  )
  .meta({ id: 'SearchCandidates', examples: [{ familyName: 'Voorbeeld', birthDate: '1987-02-03' }] });
export type SearchCandidatesDto = z.output<typeof SearchCandidatesDto>;

/** Who was found; who they are, is asked one by one. */
export const CandidatesFoundDto = z
  .object({ items: z.array(z.object({ candidateId: z.uuid() }).meta({ id: 'CandidateFound' })) })
  .meta({ id: 'CandidatesFound' });
export type CandidatesFoundDto = z.output<typeof CandidatesFoundDto>;
