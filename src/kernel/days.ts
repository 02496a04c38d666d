declare const brand: unique symbol;

/** An Amsterdam calendar day, `YYYY-MM-DD`; ordered as text. */
export type Day = string & { readonly [brand]: 'day' };

/** A UTC instant with microseconds, `YYYY-MM-DDTHH:MM:SS.ffffffZ`, 27 characters; ordered as text. */
export type Instant = string & { readonly [brand]: 'instant' };

/** A whole number of days, weeks, months or years as ISO 8601 writes it: `P14D`, `P2W`, `P6M`, `P1Y`. */
export type Period = string & { readonly [brand]: 'period' };

/** The days that may come in. Earlier ones are mistakes here, and 9999-12-31 is no day but a word for "never". */
export const FIRST_DAY = '1900-01-01' as Day;
export const LAST_DAY = '2199-12-31' as Day;

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/;
const TIMESTAMP = /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,6}))?(?:Z|([+-])((?:0\d|1[0-4])):([0-5]\d))$/;
const PERIOD = /^P(0|[1-9]\d{0,3})([DWMY])$/;
const SECONDS_A_DAY = 86_400;
const MICROSECONDS = 1_000_000;

const amsterdam = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Amsterdam',
  calendar: 'iso8601',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** Whether a text is a day that exists, from FIRST_DAY to LAST_DAY; 29 February in leap years only. */
export const isDay = (text: string): text is Day => exists(text) && FIRST_DAY <= text && text <= LAST_DAY;

/** Whether a text is an instant in the one form that is stored: UTC, six decimals, on a day from FIRST_DAY to LAST_DAY, no leap second. */
export const isInstant = (text: string): text is Instant => INSTANT.test(text) && isDay(text.slice(0, 10));

/** Whether a text is a period of one unit, at most 9999 of it. */
export const isPeriod = (text: string): text is Period => PERIOD.test(text);

/** The day that a text says. Errors: throws RangeError when it is none; for text from outside ask `isDay` first. */
export function dayFrom(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text.slice(0, 30)}`);
  return text;
}

/**
 * The instant that an ISO 8601 text with `Z` or an offset says, in UTC; null when it says none.
 * More than six decimals are refused, because cutting them would move the instant.
 */
export function instantFrom(text: string): Instant | null {
  const [, day = '', time = '', decimals = '', sign, hours, minutes] = TIMESTAMP.exec(text) ?? [];
  if (!isDay(day)) return null;

  const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
  const instant = instantOf(secondsOf(`${day}T${time}`) - offset, Number(decimals.padEnd(6, '0')));
  return isInstant(instant) ? instant : null;
}

/** The Amsterdam calendar day on which an instant falls. */
export function dayOf(instant: Instant): Day {
  return localDay(secondsOf(instant));
}

/** The first instant of a day in Amsterdam; 23, 24 or 25 hours before that of the next. */
export function startOf(day: Day): Instant {
  return instantOf(startSeconds(day), 0);
}

/** The last instant of a day in Amsterdam, one microsecond before the next day: what a bare date means as `knownAt`. */
export function lastInstantOf(day: Day): Instant {
  return instantOf(startSeconds(addDays(day, 1)) - 1, MICROSECONDS - 1);
}

/** When something due on a day falls due: 23:59:59.000000 of it in Amsterdam. */
export function dueAt(day: Day): Instant {
  return instantOf(startSeconds(addDays(day, 1)) - 1, 0);
}

/** The day so many days later, or earlier when negative. Errors: throws RangeError outside the years 1000 to 9999. */
export function addDays(day: Day, days: number): Day {
  return dayNumbered(numberOf(day) + days);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/**
 * The day a period later. Months and years keep the day of the month, or take the month's last day where it has none:
 * 31 January and a month is 28 or 29 February, 29 February and a year is 28 February.
 *
 * Errors: throws RangeError when `period` is none, or outside the years 1000 to 9999.
 */
export function addPeriod(day: Day, period: Period): Day {
  return shifted(day, period, 1);
}

/** The day a period earlier, as for a term that counts back from the end of a contract; months clamp as in `addPeriod`. */
export function subtractPeriod(day: Day, period: Period): Day {
  return shifted(day, period, -1);
}

/** The day of the week as ISO 8601 counts it: Monday 1 to Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** The instant so many microseconds later, or earlier when negative; exact up to 285 years. */
export function addMicroseconds(instant: Instant, microseconds: number): Instant {
  const total = microsOf(instant) + microseconds;
  const carry = Math.floor(total / MICROSECONDS);
  return instantOf(secondsOf(instant) + carry, total - carry * MICROSECONDS);
}

/** How many microseconds `to` lies after `from`; exact up to 285 years. */
export function microsecondsBetween(from: Instant, to: Instant): number {
  return (secondsOf(to) - secondsOf(from)) * MICROSECONDS + microsOf(to) - microsOf(from);
}

/** How many milliseconds it is from `now` until `at`: rounded up, so that who waits so long is not too early, and none when that is past. */
export const millisecondsUntil = (now: Instant, at: Instant): number =>
  Math.max(0, Math.ceil(microsecondsBetween(now, at) / 1_000));

/** The later of two days or two instants. */
export const laterOf = <T extends Day | Instant>(one: T, other: T): T => (one < other ? other : one);

/** The earlier of two days or two instants. */
export const earlierOf = <T extends Day | Instant>(one: T, other: T): T => (other < one ? other : one);

function shifted(day: Day, period: Period, sign: 1 | -1): Day {
  const [, count, unit] = PERIOD.exec(period) ?? [];
  if (!unit) throw new RangeError(`not a period: ${period.slice(0, 30)}`);

  const amount = sign * Number(count);
  if (unit === 'D' || unit === 'W') return addDays(day, unit === 'W' ? 7 * amount : amount);
  return addMonths(day, unit === 'Y' ? 12 * amount : amount);
}

function addMonths(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = Date.UTC(year, month + months, 0);
  return dayNumbered(Math.min(first / 1000 / SECONDS_A_DAY + dayOfMonth - 1, last / 1000 / SECONDS_A_DAY));
}

function exists(text: string): boolean {
  // What is too long for its month moves on to the next one, and so no longer reads the same.
  return (
    DAY.test(text) &&
    isoText(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8))), 10) === text
  );
}

/** Days since 1970-01-01. */
function numberOf(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 1000 / SECONDS_A_DAY;
}

const dayNumbered = (number: number): Day => isoText(number * SECONDS_A_DAY * 1000, 10) as Day;

/** Seconds since 1970-01-01 in UTC, the fraction left out. */
function secondsOf(instant: string): number {
  const [hours, minutes, seconds] = instant.slice(11, 19).split(':').map(Number) as [number, number, number];
  return numberOf(instant.slice(0, 10) as Day) * SECONDS_A_DAY + hours * 3600 + minutes * 60 + seconds;
}

const microsOf = (instant: Instant): number => Number(instant.slice(20, 26));

function instantOf(seconds: number, microseconds: number): Instant {
  return `${isoText(seconds * 1000, 19)}.${String(microseconds).padStart(6, '0')}Z` as Instant;
}

function isoText(milliseconds: number, length: number): string {
  const text = new Date(milliseconds).toISOString();
  if (!/^[1-9]\d{3}-/.test(text)) throw new RangeError('outside the years 1000 to 9999');
  return text.slice(0, length);
}

/** What the clocks of Amsterdam say at an instant, as seconds since 1970-01-01 by those clocks. */
function clockAt(seconds: number): number {
  const parts = Object.fromEntries(amsterdam.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]));
  const { year, month, day, hour, minute, second } = parts as Record<Intl.DateTimeFormatPartTypes, number>;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

const localDay = (seconds: number): Day => dayNumbered(Math.floor(clockAt(seconds) / SECONDS_A_DAY));

/**
 * Midnight by the clock of a day earlier or of a day later: of the two, the one before which it was still yesterday.
 * So it holds also where the clock is changed at midnight itself, as it was until 1925.
 */
function startSeconds(day: Day): number {
  const midnight = numberOf(day) * SECONDS_A_DAY;
  const starts = [midnight - SECONDS_A_DAY, midnight + SECONDS_A_DAY].map((near) => midnight - (clockAt(near) - near));
  return starts.find((start) => localDay(start) === day && localDay(start - 1) !== day)!;
}
