import { z } from 'zod';
import { instantFrom, isDay, lastInstantOf, type Instant } from '../../kernel/days.js';

/** What such a text looks like. */
export const DAY_OR_INSTANT = 'a day (YYYY-MM-DD), or an instant with its zone (2026-03-02T12:00:00Z)';

const instantIn = (text: string): Instant | null => (isDay(text) ? lastInstantOf(text) : instantFrom(text));

/** An instant with its zone, or a day, which means the last microsecond of it in Amsterdam. */
export const lastInstant = z
  .string()
  .refine((text) => instantIn(text) !== null, `is not ${DAY_OR_INSTANT}`)
  .transform((text) => instantIn(text) as Instant);
