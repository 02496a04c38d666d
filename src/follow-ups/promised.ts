import { addPeriod, subtractPeriod, type Day } from '../kernel/days.js';
import type { Effective } from '../kernel/history.js';
import type { EventId } from '../kernel/ids.js';
import type { Definition, FollowUpRule } from '../programme/programme.events.js';
import type { WorkingCalendar } from '../programme/shelf.js';
import { NAMED_DAYS, type NamedDay, type Side } from '../programme/terms.js';
import type { Fact } from '../trajectory/trajectory.events.js';
import { isReleasing, isSettling } from './related.js';
import { firstWorkingDay, lastWorkingDay } from './working-days.js';

/** What tells one promise from another: the rule, the event that promised, and with whom. */
export type Key = string & { readonly __key: true };

/** When a promise is due, and by which calendar that was reckoned. */
export type Due = Readonly<{ dueOn: Day; calendar: WorkingCalendar }>;

/** How a promise stands. `settlers` are all events that settle it, the first of them in `by`. */
export type Standing =
  | Readonly<{ kind: 'open' }>
  | Readonly<{ kind: 'done'; by: EventId; settlers: ReadonlySet<EventId> }>
  | Readonly<{ kind: 'released'; by: EventId }>;

/** A follow-up that the facts promise. */
export type Promised = Readonly<{
  rule: FollowUpRule;
  cause: EventId;
  promisedBy: Effective<Fact>;
  with: Side;
  due: Due;
  standing: Standing;
}>;

/** By which calendar a promise is reckoned: that of its follow-up while one is open, else the one in force. */
export type CalendarOf = (rule: FollowUpRule, key: Key) => WorkingCalendar;

export const keyOf = (ruleId: string, cause: EventId, side: Side): Key => `${ruleId} ${cause} ${side}` as Key;

/**
 * What the facts promise under a definition.
 *
 * Shape: one promise per rule, causing event and side, in the order of the facts, then of the rules, then of the sides.
 */
export function promised(
  facts: readonly Effective<Fact>[],
  { followUps }: Definition,
  calendarOf: CalendarOf,
): ReadonlyMap<Key, Promised> {
  const promises = facts.flatMap((cause, at) => {
    const later = facts.slice(at + 1);
    const rules = followUps.filter(({ on }) => on === cause.type);
    return rules.flatMap((rule) =>
      rule.with.flatMap((side): [Key, Promised][] => {
        const key = keyOf(rule.id, cause.eventId, side);
        const due = dueUnder(rule, cause, calendarOf(rule, key));
        if (!due) return [];
        const standing = standingOf({ rule, cause, side }, later);
        return [[key, { rule, cause: cause.eventId, promisedBy: cause, with: side, due, standing }]];
      }),
    );
  });
  return new Map(promises);
}

/**
 * When what a fact promised is due; null when it is reckoned by a day that the fact leaves open.
 * Counted back it gives at least the whole period, unless that would be before it was promised.
 *
 * Source: R-50, docs/rules.md.
 */
export function dueUnder({ due }: FollowUpRule, cause: Fact, calendar: WorkingCalendar): Due | null {
  if (typeof due === 'string') return { dueOn: firstWorkingDay(addPeriod(cause.occurredOn, due), calendar), calendar };

  const named = dayNamedIn(cause, 'on' in due ? due.on : due.before);
  if (named === null) return null;
  const dueOn = 'on' in due ? firstWorkingDay(named, calendar) : lastWorkingDay(subtractPeriod(named, due.by), calendar);
  return { dueOn: dueOn < cause.occurredOn ? firstWorkingDay(cause.occurredOn, calendar) : dueOn, calendar };
}

const dayNamedIn = ({ data }: Fact, name: NamedDay): Day | null =>
  ((data as Partial<Record<string, unknown>>)[NAMED_DAYS[name]] ?? null) as Day | null;

/** What comes first decides: what settles a promise, or what releases it. Source, docs/rules.md. */
function standingOf(promise: Parameters<typeof isSettling>[0], later: readonly Effective<Fact>[]): Standing {
  const release = later.findIndex((event) => isReleasing(promise, event, later));
  const before = release === -1 ? later : later.slice(0, release);

  const settlers = before.filter((event) => isSettling(promise, event)).map(({ eventId }) => eventId);
  if (settlers.length > 0) return { kind: 'done', by: settlers[0], settlers: new Set(settlers) };
  return release === -1 ? { kind: 'open' } : { kind: 'released', by: later[release].eventId };
}
