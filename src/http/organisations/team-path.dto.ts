import { z } from 'zod';
import { organisationId, teamId } from '../../kernel/fields.events.js';

/** Which team of which organisation, in a path. */
export const TeamPath = z.strictObject({ organisationId, teamId });
export type TeamPath = z.output<typeof TeamPath>;
