import { addDays, type Day } from '../kernel/days.js';
import { LONGEST_CLOSURE_DAYS } from '../ruleset/closure.js';
import type { WorkingCalendar } from '../programme/shelf.js';

/**
 * The day itself when it is worked on, else the next that is.
 *
 * Errors: throws RangeError when a calendar has no working day within 60 days.
 */
export const firstWorkingDay = (from: Day, calendar: WorkingCalendar): Day => nearestWorkingDay(from, calendar, 1);

/** The day itself when it is worked on, else the last before it that was. Errors: as `firstWorkingDay`. */
export const lastWorkingDay = (until: Day, calendar: WorkingCalendar): Day => nearestWorkingDay(until, calendar, -1);

function nearestWorkingDay(from: Day, calendar: WorkingCalendar, direction: 1 | -1): Day {
  for (let away = 0; away <= LONGEST_CLOSURE_DAYS; away++) {
    const day = addDays(from, away * direction);
    if (calendar.isWorkingDay(day)) return day;
  }
  throw new RangeError(`calendar ${calendar.id}, version ${calendar.version}, has no working day in 60 days from ${from}`);
}
