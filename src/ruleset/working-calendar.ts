import { weekdayOf, type Day } from '../kernel/days.js';
import type { Code } from '../kernel/fields.events.js';
import type { History } from '../kernel/history.js';
import type { RulesetId } from '../kernel/ids.js';
import { publicationsIn } from '../kernel/publications.js';
import type { RulesetEvent, WorkingCalendarContent } from './ruleset.events.js';

/** The days that an organisation works, as one published version of a calendar says; what is planned with it carries `rulesetId`, `id` and `version`. */
export type WorkingCalendar = Readonly<{
  rulesetId: RulesetId;
  id: Code<'calendar'>;
  version: number;
  /** Its place among the versions that are for what is new; null when it was replaced or voided. */
  standsAt: number | null;
  validFrom: Day;
  isWorkingDay(day: Day): boolean;
}>;

/** Every version that a calendar's history ever held, in their order; the number of each is the version of the event that brought it. */
export function workingCalendars(
  whose: Pick<WorkingCalendar, 'rulesetId' | 'id'>,
  history: History<RulesetEvent>,
): readonly WorkingCalendar[] {
  return publicationsIn(history).map(({ version, standsAt, data: { validFrom, content } }) => ({
    ...whose,
    version,
    standsAt,
    validFrom,
    isWorkingDay: worksOn(content),
  }));
}

function worksOn({ workingWeekdays, closedDays }: WorkingCalendarContent): WorkingCalendar['isWorkingDay'] {
  const weekdays = new Set(workingWeekdays);
  const closed = new Set(closedDays);
  return (day) => weekdays.has(weekdayOf(day)) && !closed.has(day);
}
