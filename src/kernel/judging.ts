import type { Judges } from './decider.js';
import type { Effective } from './history.js';
import type { DomainEvent, Refusal } from './messages.js';

/** An event that its judge refused. */
export type Finding<E, R> = Readonly<{ event: Effective<E>; refusal: R }>;

/** What the judge of an event says of it in this state, by the rules that are that event's own. */
export function refusalOf<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  event: E,
  before: S,
): R | undefined {
  // The table has a judge for each member of E; that the two belong together is beyond what the types can follow.
  const judge = judges.judge[event.type as E['type']] as (event: E, before: S, rules: Rules) => R | undefined;
  return judge(event, before, judges.rulesFor(event, before));
}

/** The same judges where refusals are to be waived: what no override lets pass is not hidden by what is refused before it. */
export function insisting<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
): Judges<S, E, R, Rules> {
  type Judge = (event: E, before: S, rules: Rules) => R | undefined;
  const insists = Object.entries((judges.insists ?? {}) as Readonly<Record<string, Judge>>).map(([type, insist]) => {
    const judge = judges.judge[type as E['type']] as Judge;
    const first: Judge = (...asked) => {
      const refusal = judge(...asked);
      return refusal && !judges.neverWaived?.has(refusal.code) ? (insist(...asked) ?? refusal) : refusal;
    };
    return [type, first] as const;
  });
  return { ...judges, judge: { ...judges.judge, ...Object.fromEntries(insists) } };
}

/** The refusals on a way through some events, of those that are asked about; what is refused is folded all the same. */
export function findings<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  way: Readonly<{ start: S; events: readonly Effective<E>[] }>,
  asked: (event: Effective<E>) => boolean,
): Finding<E, R>[] {
  const found: Finding<E, R>[] = [];
  let state = way.start;
  for (const event of way.events) {
    const refusal = asked(event) ? refusalOf(judges, event, state) : undefined;
    if (refusal) found.push({ event, refusal });
    state = judges.evolve(state, event);
  }
  return found;
}
