import { addDays, weekdayOf, type Day } from '../kernel/days.js';
import type { WorkingCalendarContent } from './ruleset.events.js';

/** The longest that an organisation is taken to be closed at a stretch (ours: longer is a mistake); a calendar that goes beyond it is no calendar. */
export const LONGEST_CLOSURE_DAYS = 60;

/** The first day of the first closure that is longer than that; null when there is none. Units: closed days and free weekdays count alike. */
export function tooLongClosure({ workingWeekdays, closedDays }: WorkingCalendarContent): Day | null {
  const weekdays = new Set(workingWeekdays);
  const closed = new Set(closedDays);
  const isFree = (day: Day): boolean => !weekdays.has(weekdayOf(day)) || closed.has(day);

  const begins = [...closed].sort().filter((day) => !closed.has(addDays(day, -1)));
  return begins.map((day) => beginOf(day, isFree)).find((day) => lasts(day, isFree)) ?? null;
}

function beginOf(day: Day, isFree: (day: Day) => boolean): Day {
  let first = day;
  while (isFree(addDays(first, -1))) first = addDays(first, -1);
  return first;
}

function lasts(first: Day, isFree: (day: Day) => boolean): boolean {
  for (let away = 0; away <= LONGEST_CLOSURE_DAYS; away++) if (!isFree(addDays(first, away))) return false;
  return true;
}
