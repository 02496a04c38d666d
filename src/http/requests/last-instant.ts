import { z } from 'zod';
import { instantFrom, isDay, lastInstantOf, type Instant } from '../../kernel/days.js';

/** What such a text looks like. */
export const DAY_OR_INSTANT = 'a day (YYYY-MM-DD), or an instant with its zone (2026-03-02T12:00:00Z)';

/** A zone whose `+` came as a space, because nobody encoded it. */
const PLUS_LOST = /T[\d:.]+ \d{2}:?\d{2}$/;
const PLUS_WRITTEN = 'has a space where a + belongs: in an address a + is written %2B';

const instantIn = (text: string): Instant | null => (isDay(text) ? lastInstantOf(text) : instantFrom(text));

/** An instant with its zone, or a day, which means the last microsecond of it in Amsterdam. */
export const lastInstant = z
  .string()
  .refine((text) => instantIn(text) !== null, {
    error: ({ input }) => (PLUS_LOST.test(String(input)) ? PLUS_WRITTEN : `is not ${DAY_OR_INSTANT}`),
  })
  .transform((text) => instantIn(text) as Instant);
