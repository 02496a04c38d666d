import { z } from 'zod';
import { supportRequestId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one request for support. */
export const SupportRequestPath = z.strictObject({ supportRequestId, trajectoryId });
export type SupportRequestPath = z.output<typeof SupportRequestPath>;
