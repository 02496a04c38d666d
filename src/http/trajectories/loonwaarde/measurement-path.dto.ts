import { z } from 'zod';
import { measurementId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one measurement. */
export const MeasurementPath = z.strictObject({ measurementId, trajectoryId });
export type MeasurementPath = z.output<typeof MeasurementPath>;
