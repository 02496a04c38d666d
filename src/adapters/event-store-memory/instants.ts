import type { Instant } from '../../kernel/days.js';

const SECOND_WIDTH = 'YYYY-MM-DDTHH:MM:SS'.length;
const LAST_MICROSECOND = 999_999;

/** The next instant that the record can tell apart. */
export function microsecondAfter(instant: Instant): Instant {
  const micros = Number(instant.slice(SECOND_WIDTH + 1, -1));
  if (micros < LAST_MICROSECOND) return withMicros(instant.slice(0, SECOND_WIDTH), micros + 1);

  return withMicros(secondsAfter(instant, 1).slice(0, SECOND_WIDTH), 0);
}

/** So many whole seconds later, with the same microseconds. */
export function secondsAfter(instant: Instant, seconds: number): Instant {
  const start = Date.parse(`${instant.slice(0, SECOND_WIDTH)}Z`);
  const later = new Date(start + seconds * 1000).toISOString().slice(0, SECOND_WIDTH);
  return `${later}${instant.slice(SECOND_WIDTH)}` as Instant;
}

function withMicros(second: string, micros: number): Instant {
  return `${second}.${String(micros).padStart(6, '0')}Z` as Instant;
}
