import type { Day } from './days.js';
import type { Command, DomainEvent, Refusal } from './messages.js';

type Of<U extends { type: string }, T extends U['type']> = Extract<U, { type: T }>;

/** Sample payloads for `next-steps`, one per subject, and the code to show when there is no subject. */
export type Offers<C extends Command, R extends Refusal> = Readonly<{ subjects: readonly C['data'][]; none: R['code'] }>;

/**
 * A kind of stream as data: how it folds, what each command proposes, and how each event is judged.
 * `evolve` is total and never throws; `judge` answers nothing when the event may stand.
 */
export type Decider<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules> = Readonly<{
  initial: S;
  evolve(state: S, event: E): S;
  propose: { [T in C['type']]: (command: Of<C, T> & { on: Day }, then: S, now: S, rulesOn: (day: Day) => Rules) => readonly E[] };
  offers: { [T in C['type']]: (now: S) => Offers<Of<C, T>, R> };
  judge: { [T in E['type']]: (event: Of<E, T>, before: S, rules: Rules) => R | undefined };
  /** Judged when appended, and never again: facts from outside, the ledger, what is derived or missed. */
  judgedOnce: ReadonlySet<E['type']>;
  /** The follow-up events: always in version order, never corrected. */
  ledger: ReadonlySet<E['type']>;
  /** The rules an event is judged by: those it carries when it is in the history, those in force on its day when it is new. */
  rulesFor(event: E, before: S): Rules;
}>;

/** Makes an unhandled member of a union a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
