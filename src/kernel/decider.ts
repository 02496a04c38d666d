import type { Day } from './days.js';
import type { Command, DomainEvent, Refusal } from './messages.js';
import type { EventType } from './vocabulary.js';

/** The member of a union that has this type. */
export type Of<U extends { type: string }, T extends U['type']> = Extract<U, { type: T }>;

/** Sample payloads for `next-steps`, one per subject, and the code to show when there is no subject. */
export type Offers<C extends Command, R extends Refusal> = Readonly<{ subjects: readonly C['data'][]; none: R['code'] }>;

/** How a kind of stream folds. */
export type Fold<S, E extends DomainEvent> = Readonly<{
  initial: S;
  /**
   * The state after an event. Never throws: after an override or a void it meets ids that it does not know, and leaves
   * the state as it is. Never changes the state that it was given: judging goes back to earlier ones.
   */
  evolve(state: S, event: E): S;
  /** The follow-up events: always in version order and folded after all facts, judged when appended, never corrected. */
  ledger: ReadonlySet<E['type']>;
}>;

/** How the events of a kind of stream are judged, whoever brings them. */
export type Judges<S, E extends DomainEvent, R extends Refusal, Rules> = Fold<S, E> &
  Readonly<{
    /** The schema of each event type, by which replacements and late facts are checked. */
    vocabulary: { readonly [T in E['type']]: EventType<Of<E, T>['data']> };
    /** Answers nothing when the event may stand. Compares days, not presence: what ended on a day was still there on it. */
    judge: { [T in E['type']]: (event: Of<E, T>, before: S, rules: Rules) => R | undefined };
    /** Judged when appended or corrected, and never again: facts from outside, what is derived or missed. The ledger is so by itself. */
    judgedOnce: ReadonlySet<E['type']>;
    /** Events that nothing corrects or enters late, as they have had an effect that no later word can take back. */
    final?: ReadonlySet<E['type']>;
    /** Refusals that no override lets pass, because nothing could be made of the event. */
    neverWaived?: ReadonlySet<R['code']>;
    /**
     * What no override lets pass of an event of which something else may be refused first; asked where an override would waive that.
     * Answers only codes of `neverWaived`.
     */
    insists?: { readonly [T in E['type']]?: (event: Of<E, T>, before: S, rules: Rules) => R | undefined };
    /** The rules an event is judged by: those it carries when it is in the history, those in force on its day when it is new. */
    rulesFor(event: E, before: S): Rules;
    /**
     * The members of `data` that no correction may change: the ids that an event of this type created, those that say
     * whose stream it is, and the day on which it was recorded. `MatchProposed: ['matchId']` and `TrajectoryStarted: ['candidateId']` are the pattern.
     */
    keeps: { readonly [T in E['type']]?: readonly (keyof Of<E, T>['data'] & string)[] };
  }>;

/** A kind of stream as data: how it folds, how its events are judged, and what each command proposes. */
export type Decider<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules> = Judges<S, E, R, Rules> &
  Readonly<{
    /** `then` is the state on the command's day, `now` the last one; the events may lie on several days. */
    propose: {
      [T in C['type']]: (command: Of<C, T> & { on: Day }, then: S, now: S, rulesOn: (day: Day) => Rules) => readonly E[];
    };
    offers: { [T in C['type']]: (now: S) => Offers<Of<C, T>, R> };
    /** The rules in force on a day for a stream in this state. */
    rulesOn(day: Day, state: S): Rules;
  }>;

/** Makes an unhandled member of a union a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
