import { z } from 'zod';
import { lastInstant } from '../requests/last-instant.js';

/** Body of `POST /development/clock`: a day means its last instant, so that everything due on it has happened. */
export const MoveClockDto = z.strictObject({ to: lastInstant });
export type MoveClockDto = z.output<typeof MoveClockDto>;
