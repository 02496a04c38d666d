import type { Day } from '../kernel/days.js';
import type { Trajectory } from './trajectory.js';
import type { Fact } from './trajectory.events.js';
import { judgeBegun, type NotBegun } from './under-way.js';

export type ToldTooEarly = NotBegun | Readonly<{ code: 'told-too-early'; wasOn: Day; toldOn: Day }>;

/**
 * What is told was so within the trajectory, and on the day on which it is told at the latest.
 *
 * Errors: `told-too-early`; `before-start`; `not-started`.
 * Source, docs/rules.md.
 */
export function judgeTold(
  { type, occurredOn: toldOn }: Pick<Fact, 'type' | 'occurredOn'>,
  wasOn: Day,
  state: Trajectory,
): ToldTooEarly | undefined {
  return (
    judgeBegun({ type, occurredOn: wasOn }, state) ?? (toldOn < wasOn ? { code: 'told-too-early', wasOn, toldOn } : undefined)
  );
}
