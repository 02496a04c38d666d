import { z } from 'zod';
import { intakeId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one intake. */
export const IntakePath = z.strictObject({ intakeId, trajectoryId });
export type IntakePath = z.output<typeof IntakePath>;
