import type { Day } from '../kernel/days.js';
import type { Seal } from '../kernel/messages.js';
import type { Fact, TrajectoryEventOf } from './trajectory.events.js';

/** A command whose day is settled. */
export type Dated<C> = C & { readonly on: Day };

/** The fact that a command is about: on the command's day, with the command's words. */
export function fact<T extends Fact['type']>(
  type: T,
  { on, seal }: Readonly<{ on: Day; seal?: Seal }>,
  data: TrajectoryEventOf<T>['data'],
): TrajectoryEventOf<T> {
  return { type, occurredOn: on, data, ...(seal && { seal }) } as unknown as TrajectoryEventOf<T>;
}
