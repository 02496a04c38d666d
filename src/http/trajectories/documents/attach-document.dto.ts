import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { DOCUMENT_KINDS } from '../../../trajectory/documents/documents.events.js';
import { freeText } from '../../requests/words.dto.js';

const DocumentWords = z
  .strictObject({ address: z.url().max(2_000), note: freeText.optional() })
  .meta({ id: 'DocumentWords', description: 'Where it is found. It is sealed: it stands in no event, list or log.' });

/** Body of `POST /trajectories/{trajectoryId}/documents`. */
export const AttachDocumentDto = z
  .strictObject({
    attachedOn: day.optional().meta({ description: 'Today when absent.' }),
    kind: z.enum(DOCUMENT_KINDS),
    words: DocumentWords,
  })
  .meta({
    id: 'AttachDocument',
    examples: [{ attachedOn: '2019-11-04', kind: 'contract', words: { address: 'https://documents.example.org/d/4f9f' } }],
  });
export type AttachDocumentDto = z.output<typeof AttachDocumentDto>;
