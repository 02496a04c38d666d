import type { EventId } from '../kernel/ids.js';
import type { TrajectoryEventOf } from '../trajectory/trajectory.events.js';
import type { Due } from './due-days.js';
import { lastKept, type Kept } from './kept.js';
import type { Key, Promised } from './promised.js';

type CancelReason = TrajectoryEventOf<'FollowUpCancelled'>['data']['reason'];

/** One thing to say in the ledger. A promise that is planned when it is settled already is done in the same breath. */
export type Change =
  | Readonly<{ kind: 'plan'; promise: Promised }>
  | Readonly<{ kind: 'move'; kept: Kept; due: Due }>
  | Readonly<{ kind: 'done'; kept: Kept; by: EventId }>
  | Readonly<{ kind: 'cancel'; kept: Kept; by: EventId; reason: CancelReason }>;

/**
 * What the ledger does not say yet. `whyGone` tells why nothing promises a follow-up any more.
 *
 * Shape: promise by promise in their order, then what is no longer promised, in the order of the ledger.
 */
export function changesBetween(
  promises: readonly Promised[],
  kept: ReadonlyMap<Key, Kept>,
  whyGone: (cause: EventId) => CancelReason,
): Change[] {
  const found = foundFor(promises, kept);
  const gone = [...kept.values()].filter((one) => one.ended === null && !found.has(one));
  const foundOf = new Map([...found].map(([one, promise]) => [promise, one]));
  return [
    ...promises.flatMap((promise) => changesFor(promise, foundOf.get(promise))),
    ...gone.map((one) => cancelled(one, one.cause, whyGone(one.cause))),
  ];
}

/** Which follow-up is of which promise. A name that was taken anew by a later rule stands for that one. */
function foundFor(promises: readonly Promised[], kept: ReadonlyMap<Key, Kept>): ReadonlyMap<Kept, Promised> {
  const found = promises.flatMap((promise): [Kept, Promised][] => {
    const last = lastKept(promise.keys, kept);
    return last ? [[last, promise]] : [];
  });
  return new Map(found);
}

function changesFor(promise: Promised, kept: Kept | undefined): Change[] {
  const { standing } = promise;
  switch (standing.kind) {
    case 'open':
      return whileOpen(promise, kept);
    case 'done':
      return kept?.ended === null ? [{ kind: 'done', kept, by: standing.by }] : onceDone(promise, standing.settlers, kept);
    case 'released':
      return kept?.ended === null ? [cancelled(kept, standing.by, 'released')] : [];
    case 'removed':
      return kept?.ended === null ? [cancelled(kept, standing.by, 'rule-removed')] : [];
  }
}

/**
 * An open promise has an open follow-up: what was done or cancelled by an event that no longer counts is planned anew.
 * One that fell due does not move, so that no id falls due twice; that its rule changed since leaves it as it is.
 *
 * Source, docs/rules.md.
 */
function whileOpen(promise: Promised, kept: Kept | undefined): Change[] {
  const plan = { kind: 'plan', promise } as const;
  if (!kept || kept.ended) return [plan];
  const isDue = (due: Due): boolean => kept.dueOn === due.dueOn && kept.calendar.id === due.calendar.id;
  if (isDue(promise.due) || (kept.fellDue && promise.dues.some(isDue))) return [];
  if (kept.fellDue) return [cancelled(kept, promise.cause, 'moved-after-due'), plan];
  return [{ kind: 'move', kept, due: promise.due }];
}

/** A promise that was kept says by what. When that no longer counts and something else does, the ledger says so under a new id. */
function onceDone(promise: Promised, settlers: ReadonlySet<EventId>, kept: Kept | undefined): Change[] {
  const isSaid = kept?.ended?.how === 'done' && settlers.has(kept.ended.by);
  return isSaid ? [] : [{ kind: 'plan', promise }];
}

const cancelled = (kept: Kept, by: EventId, reason: CancelReason): Change => ({ kind: 'cancel', kept, by, reason });
