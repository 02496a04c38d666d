import { canonicalJson } from '../../src/kernel/canonical-json.js';
import { correct, type Correction } from '../../src/kernel/correct.js';
import type { EventCorrected } from '../../src/kernel/corrected.events.js';
import { addMicroseconds, dayFrom, laterOf, startOf, type Day } from '../../src/kernel/days.js';
import { decide } from '../../src/kernel/decide.js';
import type { Decider } from '../../src/kernel/decider.js';
import { occurredDay, stateOf, withAppended, type History } from '../../src/kernel/history.js';
import type { EventId } from '../../src/kernel/ids.js';
import type { Command, DomainEvent, Refusal, Waived } from '../../src/kernel/messages.js';
import type { Outcome, Refused } from '../../src/kernel/outcome.js';
import { idOf, testMeta } from './ids.js';

export { idOf, newId } from './ids.js';

/** A command as a story tells it: its time and ids come from the harness. */
export type Wish<C> = C extends Command ? Omit<C, 'meta'> : never;

/**
 * Stories for one decider: `given(...events).when(command).then(...events)`.
 *
 * Given events have the versions 1, 2, …, the ids `idOf(type, nth)`, and are recorded in the order in which they are
 * told; `replaced`, `voided` and `restored` tell corrections. Today is the latest day of the story, the command's day
 * included, unless `.today(day)` says otherwise. Ids that the command makes are `newId(label, index)`.
 */
export function specFor<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  decider: Decider<S, E, C, R, Rules>,
) {
  return (...events: readonly (E | EventCorrected)[]): Story<S, E, C, R, Rules> => new Story(decider, { events });
}

type Telling<E> = Readonly<{ events: readonly (E | EventCorrected)[]; today?: Day; override?: string }>;

class Story<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules> {
  readonly history: History<E>;

  constructor(
    private readonly decider: Decider<S, E, C, R, Rules>,
    private readonly telling: Telling<E>,
  ) {
    this.history = historyTold(telling.events);
  }

  /** The day on which the command is given. */
  today(day: Day | string): Story<S, E, C, R, Rules> {
    return new Story(this.decider, { ...this.telling, today: dayFrom(day) });
  }

  /** What would be refused is let through, with this reason. */
  overriding(reason = 'supervisor-agreed'): Story<S, E, C, R, Rules> {
    return new Story(this.decider, { ...this.telling, override: reason });
  }

  /** The state that the story leads to. */
  state(): S {
    return stateOf(this.decider, this.history);
  }

  when(wish: Wish<C>): Ending<S, E, R> {
    const { on } = wish as { on?: Day };
    const command = { ...wish, meta: this.meta(on) } as unknown as C;
    return this.ending(decide(this.decider, this.history, command));
  }

  /** Corrections and late facts in one append. */
  whenCorrecting(corrections: readonly Correction[], late: readonly E[] = []): Ending<S, E, R> {
    const days = [
      ...corrections.flatMap((one) => (one.kind === 'replace' && one.replacement.occurredOn) || []),
      ...late.map(occurredDay),
    ];
    return this.ending(correct(this.decider, this.history, { corrections, late, meta: this.meta(...days) }));
  }

  private meta(...days: readonly (Day | undefined)[]) {
    const { today, override, events } = this.telling;
    const latest = [...events.map(occurredDay), ...days.filter((day) => day !== undefined)].reduce(laterOf, '1900-01-01' as Day);
    return testMeta({ today: today ?? latest, ...(override !== undefined && { override }) });
  }

  private ending(outcome: Outcome<E, R>): Ending<S, E, R> {
    const stateAfter = (events: Accepted<E, R>['events']): S =>
      stateOf(this.decider, withAppended(this.history, events, this.meta().now));
    return new Ending(outcome, stateAfter);
  }
}

type Accepted<E extends DomainEvent, R extends Refusal> = Extract<Outcome<E, R>, { kind: 'accepted' }>;

class Ending<S, E extends DomainEvent, R extends Refusal> {
  constructor(
    readonly outcome: Outcome<E, R>,
    private readonly stateAfter: (events: Accepted<E, R>['events']) => S,
  ) {}

  /** Exactly these events, in this order, with nothing waived. */
  then(...events: readonly (E | EventCorrected)[]): this {
    return this.thenWaiving([], ...events);
  }

  /** Exactly these events, and these refusals waived. */
  thenWaiving(overrides: readonly Waived[], ...events: readonly (E | EventCorrected)[]): this {
    expect(told(this.outcome)).toEqual({ kind: 'accepted', events, overrides });
    return this;
  }

  /** Exactly this refusal, with all its facts. */
  thenRefused(refusal: Refused<R>): this {
    expect(told(this.outcome)).toEqual({ kind: 'refused', refusal });
    return this;
  }

  /** The state after what was accepted. */
  thenState(): S {
    if (this.outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(this.outcome.refusal)}`);
    return this.stateAfter(this.outcome.events);
  }
}

/** The outcome without the ids of its events, which a story does not tell; what it holds can be stored. */
function told<E extends DomainEvent, R extends Refusal>(outcome: Outcome<E, R>): unknown {
  if (outcome.kind === 'refused') return outcome;
  outcome.events.forEach(({ data }) => canonicalJson(data));
  return { ...outcome, events: outcome.events.map(({ eventId: _, ...event }) => event) };
}

/** A history as told: recorded in this order, each event at the earliest on its own day. */
export function historyTold<E extends DomainEvent>(events: readonly (E | EventCorrected)[]): History<E> {
  const counts = new Map<string, number>();
  let day = '1900-01-01' as Day;
  const history = events.map((event, at) => {
    const nth = counts.get(event.type) ?? 0;
    counts.set(event.type, nth + 1);
    day = laterOf(day, occurredDay(event));
    const recordedAt = addMicroseconds(startOf(day), at);
    return { ...event, eventId: idOf(event.type, nth), version: at + 1, recordedAt, sealedAt: recordedAt, sealed: null };
  });
  return history;
}

const why = { reason: 'wrong-details', requestedBy: 'caseworker' } as const;

/** Wishes for `whenCorrecting`; their reason is the same everywhere, as no judge reads it. */
export const toReplace = (
  corrects: EventId,
  replacement: Extract<Correction, { kind: 'replace' }>['replacement'],
): Correction => ({
  kind: 'replace',
  corrects,
  ...why,
  replacement,
});
export const toVoid = (corrects: EventId): Correction => ({ kind: 'void', corrects, ...why });
export const toRestore = (corrects: EventId): Correction => ({ kind: 'restore', corrects, ...why });

/** Corrections as a story tells them, and as `then` expects them; `on` is the day on which they were recorded. */
export const replaced = (corrects: EventId, on: string, by: DomainEvent & { schemaVersion?: number }): EventCorrected => ({
  type: 'EventCorrected',
  occurredOn: dayFrom(on),
  data: {
    kind: 'replace',
    corrects,
    ...why,
    replacement: {
      type: by.type,
      schemaVersion: by.schemaVersion ?? 1,
      occurredOn: by.occurredOn,
      data: by.data as Record<string, unknown>,
      sealed: by.seal ? 'given' : 'kept',
    },
  },
  ...(by.seal && { seal: by.seal }),
});
export const voided = (corrects: EventId, on: string): EventCorrected => ({
  type: 'EventCorrected',
  occurredOn: dayFrom(on),
  data: { kind: 'void', corrects, ...why },
});
export const restored = (corrects: EventId, on: string): EventCorrected => ({
  type: 'EventCorrected',
  occurredOn: dayFrom(on),
  data: { kind: 'restore', corrects, ...why },
});
