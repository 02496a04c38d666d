import { z } from 'zod';
import { organisationId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one party. */
export const PartyPath = z.strictObject({ organisationId, trajectoryId });
export type PartyPath = z.output<typeof PartyPath>;
