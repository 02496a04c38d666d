import { z } from 'zod';
import { presentationId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one presentation. */
export const PresentationPath = z.strictObject({ presentationId, trajectoryId });
export type PresentationPath = z.output<typeof PresentationPath>;
