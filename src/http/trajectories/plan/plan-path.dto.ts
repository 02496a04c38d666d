import { z } from 'zod';
import { planId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one plan. */
export const PlanPath = z.strictObject({ planId, trajectoryId });
export type PlanPath = z.output<typeof PlanPath>;
