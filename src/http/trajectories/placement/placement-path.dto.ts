import { z } from 'zod';
import { placementId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one placement. */
export const PlacementPath = z.strictObject({ placementId, trajectoryId });
export type PlacementPath = z.output<typeof PlacementPath>;
