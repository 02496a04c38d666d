import { dueAt, type Day } from '../kernel/days.js';
import type { Effective } from '../kernel/history.js';
import type { EventId, FollowUpId } from '../kernel/ids.js';
import type { Meta } from '../kernel/messages.js';
import type { FollowUpRule } from '../programme/programme.events.js';
import type { PublishedProgramme, Shelf, WorkingCalendar } from '../programme/shelf.js';
import type { Fact, LedgerEvent, TrajectoryEventOf } from '../trajectory/trajectory.events.js';
import { changesBetween, type Change } from './difference.js';
import { dueBy, type Due } from './due-days.js';
import { keptIn, lastKept, type Kept } from './kept.js';
import { promised, type Key, type Promised } from './promised.js';
import { stretchesOf, type VersionOf } from './stretches.js';

/** What a promise is reckoned by is not on the shelf (P12). Nothing is appended then, so that no promise is lost in silence. */
export class NothingInForce extends Error {
  override readonly name = 'NothingInForce';
  readonly code = 'no-rules-in-force';

  constructor(
    readonly what: 'programme' | 'calendar',
    readonly id: string,
    readonly on: Day,
  ) {
    super(`no version of the ${what} ${id} is in force on ${on}`);
  }
}

/** A history apart: what happened, in its order, and the follow-up events in the order of their versions. */
export type FactsAndLedger = Readonly<{ facts: readonly Effective<Fact>[]; ledger: readonly LedgerEvent[] }>;

/** The versions of programmes that a trajectory stands or stood under, and the calendars that they name. */
export type FollowUpRules = Pick<Shelf, 'programme' | 'calendar' | 'calendarOn'>;

/**
 * The difference between what the facts promise and what the ledger says, as events of today.
 * With these appended, the same question yields nothing.
 *
 * Shape: promise by promise in the order of the facts, then those that nothing promises any more.
 * Errors: throws NothingInForce.
 * Source, docs/rules.md.
 */
export function planFollowUps({ facts, ledger }: FactsAndLedger, rules: FollowUpRules, meta: Meta): LedgerEvent[] {
  const kept = keptIn(ledger);
  const promises = promised(facts, stretchesOf(facts, versionsOf(rules, meta.today)), calendarsFor(kept, rules, meta.today));
  const remaining = new Set(facts.map(({ eventId }) => eventId));

  const changes = changesBetween(promises, kept, (cause) => (remaining.has(cause) ? 'rule-gone' : 'cause-gone'));
  return written(changes, rules, meta);
}

/** A follow-up that is open keeps the calendar that it was planned with: whose it is, and the version. Source: R-50, docs/rules.md. */
function calendarsFor(kept: ReadonlyMap<Key, Kept>, calendars: FollowUpRules, today: Day) {
  return ({ calendar: id }: FollowUpRule, keys: readonly Key[]): WorkingCalendar => {
    const { calendar, ended } = lastKept(keys, kept) ?? {};
    const isItsOwn = ended === null && calendar?.id === id;
    return known(isItsOwn ? calendars.calendar(calendar) : calendars.calendarOn(id, today), id, today);
  };
}

/** Also a version that was replaced since: who stands under it carries its number. */
const versionsOf =
  (rules: FollowUpRules, today: Day): VersionOf =>
  ({ programmeId, programmeVersion }): PublishedProgramme => {
    const programme = rules.programme(programmeId, programmeVersion);
    if (!programme) throw new NothingInForce('programme', programmeId, today);
    return programme;
  };

function known(calendar: WorkingCalendar | undefined, id: string, on: Day): WorkingCalendar {
  if (!calendar) throw new NothingInForce('calendar', id, on);
  return calendar;
}

/** Each change as an event of today; new follow-ups get their ids in the order in which they are planned. */
function written(changes: readonly Change[], calendars: FollowUpRules, meta: Meta): LedgerEvent[] {
  let planned = 0;
  const occurredOn = meta.today;

  return changes.flatMap((change): LedgerEvent[] => {
    switch (change.kind) {
      case 'plan': {
        const { promise } = change;
        const followUpId = meta.newId('follow-up', planned++);
        const { rule, reckoning } = promise;
        const calendar = known(calendars.calendarOn(rule.calendar, meta.today), rule.calendar, meta.today);
        const due = dueBy(reckoning, calendar) ?? promise.due;
        const event = plannedEvent({ promise, followUpId, due }, occurredOn);
        return promise.standing.kind === 'done' ? [event, doneEvent(followUpId, promise.standing.by, occurredOn)] : [event];
      }
      case 'move': {
        const { followUpId, version } = change.kept;
        return [{ type: 'FollowUpMoved', occurredOn, data: { followUpId, version: version + 1, ...writtenDue(change.due) } }];
      }
      case 'done':
        return [doneEvent(change.kept.followUpId, change.by, occurredOn)];
      case 'cancel': {
        const { kept, by, reason } = change;
        return [{ type: 'FollowUpCancelled', occurredOn, data: { followUpId: kept.followUpId, by, reason } }];
      }
    }
  });
}

type New = Readonly<{ promise: Promised; followUpId: FollowUpId; due: Due }>;

function plannedEvent({ promise, followUpId, due }: New, occurredOn: Day): TrajectoryEventOf<'FollowUpPlanned'> {
  const { rule, programme, cause, with: side } = promise;
  const what = { followUpId, version: 1, ruleId: rule.id, programmeVersion: programme.version, cause, with: side };
  return { type: 'FollowUpPlanned', occurredOn, data: { ...what, ...writtenDue(due) } };
}

function doneEvent(followUpId: FollowUpId, by: EventId, occurredOn: Day): TrajectoryEventOf<'FollowUpDone'> {
  return { type: 'FollowUpDone', occurredOn, data: { followUpId, by } };
}

const writtenDue = ({ dueOn, calendar: { rulesetId, id, version } }: Due) => ({
  dueOn,
  dueAt: dueAt(dueOn),
  calendar: { rulesetId, id, version },
});
