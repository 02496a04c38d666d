import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { DOCUMENT_WITHDRAWALS } from '../../../trajectory/documents/documents.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/documents/{documentId}/withdrawal`. */
export const WithdrawDocumentDto = z
  .strictObject({
    withdrawnOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(DOCUMENT_WITHDRAWALS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'WithdrawDocument', examples: [{ withdrawnOn: '2019-11-11', reason: 'replaced' }] });
export type WithdrawDocumentDto = z.output<typeof WithdrawDocumentDto>;
