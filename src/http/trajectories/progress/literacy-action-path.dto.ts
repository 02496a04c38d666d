import { z } from 'zod';
import { literacyActionId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one literacy action. */
export const LiteracyActionPath = z.strictObject({ literacyActionId, trajectoryId });
export type LiteracyActionPath = z.output<typeof LiteracyActionPath>;
