import { addPeriod, laterOf, subtractPeriod, type Day } from '../kernel/days.js';
import type { FollowUpRule } from '../programme/programme.events.js';
import type { WorkingCalendar } from '../programme/shelf.js';
import { NAMED_DAYS, type NamedDay } from '../programme/terms.js';
import type { Fact } from '../trajectory/trajectory.events.js';
import { firstWorkingDay, lastWorkingDay } from './working-days.js';

/** When a promise is due, and by which calendar that was reckoned. */
export type Due = Readonly<{ dueOn: Day; calendar: WorkingCalendar }>;

/**
 * What a due day is reckoned from: the rule, the fact that promised, since when it is promised where the rule came after the fact, and
 * before which day it may not be due where the rule changed after that.
 */
export type Reckoning = Readonly<{ rule: FollowUpRule; cause: Fact; promisedOn: Day | null; notBefore: Day | null }>;

/**
 * When it is due; null when it is reckoned by a day that the fact leaves open, or that was over when the rule came.
 * Counted back it gives at least the whole period, unless that would be before it was promised.
 *
 * Source, docs/rules.md.
 */
export function dueBy({ rule: { due }, cause, promisedOn, notBefore }: Reckoning, calendar: WorkingCalendar): Due | null {
  const since = laterOf(promisedOn ?? cause.occurredOn, cause.occurredOn);
  const dueOn =
    typeof due === 'string'
      ? firstWorkingDay(addPeriod(since, due), calendar)
      : dueByNamed(due, { cause, since, promisedOn }, calendar);
  if (dueOn === null) return null;
  return { dueOn: notBefore !== null && dueOn < notBefore ? firstWorkingDay(notBefore, calendar) : dueOn, calendar };
}

type Named = Exclude<FollowUpRule['due'], string>;
type Since = Readonly<{ cause: Fact; since: Day; promisedOn: Day | null }>;

function dueByNamed(due: Named, { cause, since, promisedOn }: Since, calendar: WorkingCalendar): Day | null {
  const named = dayNamedIn(cause, 'on' in due ? due.on : due.before);
  if (named === null || (promisedOn !== null && named < promisedOn)) return null;

  const dueOn = 'on' in due ? firstWorkingDay(named, calendar) : lastWorkingDay(subtractPeriod(named, due.by), calendar);
  return dueOn < since ? firstWorkingDay(since, calendar) : dueOn;
}

const dayNamedIn = ({ data }: Fact, name: NamedDay): Day | null =>
  ((data as Partial<Record<string, unknown>>)[NAMED_DAYS[name]] ?? null) as Day | null;
