import { z } from 'zod';
import { ERASURE_GROUNDS } from '../../candidate/candidate.events.js';

/** Body of `POST /candidates/{candidateId}/erasure`. */
export const EraseCandidateDto = z
  .strictObject({
    ground: z.enum(ERASURE_GROUNDS).meta({
      description: 'Why: what was kept has been kept for as long as it had to be, or the person asked for it (GDPR article 17).',
    }),
  })
  .meta({ id: 'EraseCandidate', examples: [{ ground: 'retention-ended' }] });
export type EraseCandidateDto = z.output<typeof EraseCandidateDto>;
