import { z } from 'zod';
import { matchId, trajectoryId } from '../../../kernel/fields.events.js';

/** Path of what is done with one match. */
export const MatchPath = z.strictObject({ matchId, trajectoryId });
export type MatchPath = z.output<typeof MatchPath>;
