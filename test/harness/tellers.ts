import { dayFrom } from '../../src/kernel/days.js';
import type { Command, DomainEvent, Seal } from '../../src/kernel/messages.js';
import type { Wish } from './decider-spec.js';

type On = Readonly<{ on: string }>;
type Of<U extends { type: string }, T extends U['type']> = Extract<U, { type: T }>;

/** What may differ from the example; of data without members nothing may. */
type Changes<D> = string extends keyof D ? unknown : Partial<D>;

/** Tellers of one kind of event each: a day, and what differs from the example. */
export const eventTeller =
  <E extends DomainEvent>() =>
  <T extends E['type']>(type: T, example: Of<E, T>['data'], seal?: Seal) =>
  ({ on, ...changes }: On & Changes<Of<E, T>['data']>): Of<E, T> =>
    ({ type, occurredOn: dayFrom(on), data: { ...(example as object), ...changes }, ...(seal && { seal }) }) as unknown as Of<
      E,
      T
    >;

/** Tellers of one kind of command each; without a day it is one of today. */
export const commandTeller =
  <C extends Command>() =>
  <T extends C['type']>(type: T, example: Of<C, T>['data'], seal?: Seal) =>
  ({ on, ...changes }: Partial<On> & Changes<Of<C, T>['data']> = {}): Wish<Of<C, T>> =>
    ({
      type,
      ...(on && { on: dayFrom(on) }),
      data: { ...(example as object), ...changes },
      ...(seal && { seal }),
    }) as unknown as Wish<Of<C, T>>;
