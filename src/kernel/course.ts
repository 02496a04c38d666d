import type { Day } from './days.js';
import type { Fold } from './decider.js';
import { facts, factsAndLedger, foldOver, occurredDay, type Effective, type History } from './history.js';
import type { DomainEvent } from './messages.js';

/** A history laid out for judging: its facts in order, with the state before each of them. */
export type Course<S, E extends DomainEvent> = Readonly<{
  history: History<E>;
  facts: readonly Effective<E>[];
  /** One more than there are facts: `before[i]` is the state before `facts[i]`, the last one that after all of them. */
  before: readonly S[];
  ledger: readonly Effective<E>[];
  /** The last state; the same as `stateOf(fold, history)`. */
  now: S;
  /** The state at the end of a day; the same as `stateOf(fold, history, { validOn: day })`. Each day is folded once. */
  on(day: Day): S;
}>;

/** Lays out a history once, for as many decisions on it as follow. */
export function courseOf<S, E extends DomainEvent>(fold: Fold<S, E>, history: History<E>): Course<S, E> {
  const [inOrder, ledger] = factsAndLedger(fold, history);
  const before = [fold.initial];
  for (const [at, fact] of inOrder.entries()) before.push(fold.evolve(before[at], fact));

  const stateOn = (day: Day): S =>
    foldOver(
      fold,
      before[placeAfter(inOrder, day)],
      ledger.filter((event) => occurredDay(event) <= day),
    );
  return { history, facts: inOrder, before, ledger, now: foldOver(fold, before.at(-1)!, ledger), on: oncePerDay(stateOn) };
}

/** The facts as they will be when these events are appended. */
export function factsAfter<S, E extends DomainEvent>(
  fold: Fold<S, E>,
  { history, facts: before }: Course<S, E>,
  added: History<E>,
): readonly Effective<E>[] {
  if (added.some(({ type }) => type === 'EventCorrected')) return facts(fold, [...history, ...added]);

  // Without a correction the new facts take their places among the old, which is the same and costs less.
  const after = [...before];
  for (const event of facts(fold, added)) after.splice(placeAfter(after, occurredDay(event)), 0, event);
  return after;
}

/** The first place at which two orders differ, by event or by its form; the length of the shorter when none does. */
export function firstDifference<E>(one: readonly Effective<E>[], other: readonly Effective<E>[]): number {
  const at = one.findIndex(
    (event, place) => event.eventId !== other[place]?.eventId || event.correctedBy !== other[place].correctedBy,
  );
  return at === -1 ? one.length : at;
}

/** Where a fact of this day goes that is newer than all others: after what occurred up to the day, and never before version 1. */
function placeAfter(inOrder: readonly Effective<DomainEvent>[], day: Day): number {
  let [low, high] = [inOrder[0]?.version === 1 ? 1 : 0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (occurredDay(inOrder[middle]) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function oncePerDay<S>(stateOn: (day: Day) => S): (day: Day) => S {
  const states = new Map<Day, { state: S }>();
  return (day) => {
    const known = states.get(day) ?? { state: stateOn(day) };
    states.set(day, known);
    return known.state;
  };
}
