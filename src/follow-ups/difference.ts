import type { EventId } from '../kernel/ids.js';
import type { TrajectoryEventOf } from '../trajectory/trajectory.events.js';
import type { Kept } from './kept.js';
import type { Due, Key, Promised } from './promised.js';

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
  promises: ReadonlyMap<Key, Promised>,
  kept: ReadonlyMap<Key, Kept>,
  whyGone: (cause: EventId) => CancelReason,
): Change[] {
  const gone = [...kept].filter(([key, { ended }]) => ended === null && !promises.has(key));
  return [
    ...[...promises].flatMap(([key, promise]) => changesFor(promise, kept.get(key))),
    ...gone.map(([, { cause, ...rest }]) => cancelled({ cause, ...rest }, cause, whyGone(cause))),
  ];
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
  }
}

/**
 * An open promise has an open follow-up: what was done or cancelled by an event that no longer counts is planned anew.
 * One that fell due does not move, so that no id falls due twice. Source, docs/rules.md.
 */
function whileOpen(promise: Promised, kept: Kept | undefined): Change[] {
  const plan = { kind: 'plan', promise } as const;
  if (!kept || kept.ended) return [plan];
  if (kept.dueOn === promise.due.dueOn && kept.calendar.id === promise.due.calendar.id) return [];
  if (kept.fellDue) return [cancelled(kept, promise.cause, 'moved-after-due'), plan];
  return [{ kind: 'move', kept, due: promise.due }];
}

/** A promise that was kept says by what. When that no longer counts and something else does, the ledger says so under a new id. */
function onceDone(promise: Promised, settlers: ReadonlySet<EventId>, kept: Kept | undefined): Change[] {
  const isSaid = kept?.ended?.how === 'done' && settlers.has(kept.ended.by);
  return isSaid ? [] : [{ kind: 'plan', promise }];
}

const cancelled = (kept: Kept, by: EventId, reason: CancelReason): Change => ({ kind: 'cancel', kept, by, reason });
