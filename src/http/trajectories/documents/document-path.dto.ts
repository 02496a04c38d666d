import { z } from 'zod';
import { documentId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one document. */
export const DocumentPath = z.strictObject({ documentId, trajectoryId });
export type DocumentPath = z.output<typeof DocumentPath>;
