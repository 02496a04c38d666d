import { weekdayOf, type Day } from '../kernel/days.js';
import type { Code } from '../kernel/fields.events.js';
import type { RulesetEvent, WorkingCalendarContent } from './ruleset.events.js';

/** The days that an organisation works, as one published version of a calendar says; what is planned with it carries `id` and `version`. */
export type WorkingCalendar = Readonly<{
  id: Code<'calendar'>;
  version: number;
  validFrom: Day;
  isWorkingDay(day: Day): boolean;
}>;

export type NoRulesInForce = { code: 'no-rules-in-force'; ruleset: Code<'calendar'>; on: Day };

/** The versions of a calendar that a ruleset's facts hold, in their order; the number of each is the version of its event. */
export function workingCalendars(
  id: Code<'calendar'>,
  facts: readonly (RulesetEvent & Readonly<{ version: number }>)[],
): readonly WorkingCalendar[] {
  return facts.map(({ version, data }) => ({ id, version, validFrom: data.validFrom, isWorkingDay: worksOn(data.content) }));
}

/**
 * The calendar in force on a day: of the versions that hold by then, the one that holds since latest; of two from the same day, the later version.
 *
 * Errors: `no-rules-in-force` on a day that no version covers; the nearest one is never used.
 * Source: R-402, docs/rules.md.
 */
export function workingCalendarOn(
  id: Code<'calendar'>,
  versions: readonly WorkingCalendar[],
  on: Day,
): WorkingCalendar | NoRulesInForce {
  const [first, ...others] = versions.filter(({ validFrom }) => validFrom <= on);
  return first ? others.reduce(laterVersion, first) : { code: 'no-rules-in-force', ruleset: id, on };
}

function laterVersion(one: WorkingCalendar, other: WorkingCalendar): WorkingCalendar {
  if (one.validFrom === other.validFrom) return one.version < other.version ? other : one;
  return one.validFrom < other.validFrom ? other : one;
}

function worksOn({ workingWeekdays, closedDays }: WorkingCalendarContent): WorkingCalendar['isWorkingDay'] {
  const weekdays = new Set(workingWeekdays);
  const closed = new Set(closedDays);
  return (day) => weekdays.has(weekdayOf(day)) && !closed.has(day);
}
