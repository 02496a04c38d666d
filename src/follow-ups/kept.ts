import type { Day } from '../kernel/days.js';
import type { EventId, FollowUpId } from '../kernel/ids.js';
import type { CalendarPin } from '../programme/shelf.js';
import type { LedgerEvent } from '../trajectory/trajectory.events.js';
import { keyOf, type Key } from './promised.js';

/** What the ledger says of a promise: its last follow-up, and how that stands. */
export type Kept = Readonly<{
  followUpId: FollowUpId;
  /** Which it is of all that were planned, in their order. */
  nth: number;
  cause: EventId;
  version: number;
  dueOn: Day;
  calendar: CalendarPin;
  fellDue: boolean;
  ended: Readonly<{ how: 'done' | 'cancelled'; by: EventId }> | null;
}>;

/** The ledger by promise. Events that speak of a follow-up that was never planned change nothing. */
export function keptIn(ledger: readonly LedgerEvent[]): ReadonlyMap<Key, Kept> {
  const keys = new Map<FollowUpId, Key>();
  const kept = new Map<Key, Kept>();

  for (const event of ledger) {
    if (event.type === 'FollowUpPlanned') {
      const { followUpId, ruleId, cause, with: side, version, dueOn, calendar } = event.data;
      keys.set(followUpId, keyOf(ruleId, cause, side));
      const planned = { followUpId, nth: keys.size, cause, version, dueOn, calendar };
      kept.set(keyOf(ruleId, cause, side), { ...planned, fellDue: false, ended: null });
      continue;
    }
    const key = keys.get(event.data.followUpId);
    const last = key && kept.get(key);
    if (last?.followUpId === event.data.followUpId) kept.set(key!, after(last, event));
  }
  return kept;
}

/** The last follow-up of a promise, under whichever of its rules it was planned. */
export function lastKept(keys: readonly Key[], kept: ReadonlyMap<Key, Kept>): Kept | undefined {
  const found = keys.flatMap((key) => kept.get(key) ?? []);
  return found.toSorted((one, other) => one.nth - other.nth).at(-1);
}

function after(last: Kept, event: Exclude<LedgerEvent, { type: 'FollowUpPlanned' }>): Kept {
  switch (event.type) {
    case 'FollowUpMoved':
      return { ...last, version: event.data.version, dueOn: event.data.dueOn, calendar: event.data.calendar };
    case 'FollowUpFellDue':
      return { ...last, fellDue: true };
    case 'FollowUpDone':
      return { ...last, ended: last.ended ?? { how: 'done', by: event.data.by } };
    case 'FollowUpCancelled':
      return { ...last, ended: last.ended ?? { how: 'cancelled', by: event.data.by } };
  }
}
