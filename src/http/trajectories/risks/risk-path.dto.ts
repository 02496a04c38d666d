import { z } from 'zod';
import { riskId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one risk. */
export const RiskPath = z.strictObject({ riskId, trajectoryId });
export type RiskPath = z.output<typeof RiskPath>;
