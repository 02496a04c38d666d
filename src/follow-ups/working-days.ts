import { addDays, type Day } from '../kernel/days.js';
import type { WorkingCalendar } from '../programme/shelf.js';

/** The longest that an organisation is taken to be closed; a calendar that goes beyond it is no calendar. */
const LONGEST_CLOSURE_DAYS = 60;

/**
 * The day itself when it is worked on, else the next that is.
 *
 * Errors: throws RangeError when a calendar has no working day within 60 days.
 */
export function firstWorkingDay(from: Day, calendar: WorkingCalendar): Day {
  for (let ahead = 0; ahead <= LONGEST_CLOSURE_DAYS; ahead++) {
    const day = addDays(from, ahead);
    if (calendar.isWorkingDay(day)) return day;
  }
  throw new RangeError(`calendar ${calendar.id}, version ${calendar.version}, has no working day in 60 days from ${from}`);
}
