import type { Effective } from '../../src/kernel/history.js';
import type { Id } from '../../src/kernel/ids.js';
import type { TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';

export type Facts = readonly Effective<TrajectoryEvent>[];

/** The ids that the facts of a life hold under this name. */
export function idsOf(name: string, facts: Facts): readonly string[] {
  return facts.flatMap(({ data }) => {
    const id = (data as Record<string, unknown>)[name];
    return typeof id === 'string' ? [id] : [];
  });
}

/** One of them, or now and then one that no fact holds. */
export function anyId<N extends string>(name: string, facts: Facts, dice: Dice): Id<N> {
  const ids = idsOf(name, facts);
  return (ids.length === 0 || dice.percent(10) ? testId('stranger') : dice.pick(ids)) as Id<N>;
}
