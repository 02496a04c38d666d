import { facts, ledgerOf, type Effective, type History } from '../kernel/history.js';
import type { Meta } from '../kernel/messages.js';
import type { Shelf } from '../programme/shelf.js';
import type { TrajectoryDecider } from '../trajectory/decider.js';
import type { Fact, LedgerEvent, TrajectoryEvent } from '../trajectory/trajectory.events.js';
import { planFollowUps } from './plan-follow-ups.js';

/**
 * The follow-up events that a trajectory's history still lacks; to be asked with the history as it will be after an append,
 * and appended with it.
 *
 * Errors: throws NothingInForce, where a version of a programme or a calendar is not on the shelf.
 */
export function followUpsAfter(
  { decider, shelf }: Readonly<{ decider: TrajectoryDecider; shelf: Shelf }>,
  history: History<TrajectoryEvent>,
  meta: Meta,
): LedgerEvent[] {
  const apart = {
    facts: facts(decider, history) as readonly Effective<Fact>[],
    ledger: ledgerOf(decider, history) as readonly LedgerEvent[],
  };
  return planFollowUps(apart, shelf, meta);
}
