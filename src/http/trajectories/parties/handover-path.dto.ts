import { z } from 'zod';
import { handoverId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one handover. */
export const HandoverPath = z.strictObject({ handoverId, trajectoryId });
export type HandoverPath = z.output<typeof HandoverPath>;
