import { z } from 'zod';
import { retrainingId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one retraining. */
export const RetrainingPath = z.strictObject({ retrainingId, trajectoryId });
export type RetrainingPath = z.output<typeof RetrainingPath>;
