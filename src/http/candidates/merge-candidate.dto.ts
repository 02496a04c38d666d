import { z } from 'zod';
import { candidateId, day } from '../../kernel/fields.events.js';

/** Body of `POST /candidates/{candidateId}/merger`. */
export const MergeCandidateDto = z
  .strictObject({
    mergedOn: day.optional().meta({ description: 'Today when absent.' }),
    survivorId: candidateId.meta({ description: 'The candidate with whom everything goes on; who has a BSN survives.' }),
  })
  .meta({ id: 'MergeCandidate', examples: [{ mergedOn: '2019-11-04', survivorId: '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f' }] });
export type MergeCandidateDto = z.output<typeof MergeCandidateDto>;

/** Body of `POST /candidates/{candidateId}/merger/withdrawal`. */
export const UndoMergeDto = z
  .strictObject({ undoneOn: day.optional().meta({ description: 'Today when absent.' }) })
  .meta({ id: 'UndoMerge', examples: [{ undoneOn: '2019-11-05' }] });
export type UndoMergeDto = z.output<typeof UndoMergeDto>;
