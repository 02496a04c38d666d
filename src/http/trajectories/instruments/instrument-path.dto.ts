import { z } from 'zod';
import { instrumentId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one instrument. */
export const InstrumentPath = z.strictObject({ instrumentId, trajectoryId });
export type InstrumentPath = z.output<typeof InstrumentPath>;
