import type { Instant } from '../../kernel/days.js';
import type { Clock } from '../ports/clock.js';
import type { Position } from '../ports/event-store.js';
import type { Loop } from '../ports/loops.js';
import { refuse, type Refused } from '../refusals.js';
import { fresh } from './fresh.js';

/** What work lists are asked of. */
type Shown = 'trajectories' | 'follow-ups' | 'timeline';

/** Says of which instant a work list holds: it shows now only, and says so (P9). */
export class ShownNow {
  constructor(
    private readonly projections: Readonly<Record<Shown, Loop>>,
    private readonly clock: Clock,
  ) {}

  /**
   * Waits until each of these projections has come to a position, so that whoever wrote may read what he wrote.
   *
   * Errors: `not-yet-projected` names the first that did not come there in five seconds.
   */
  async asOf(shown: readonly Shown[], position: Position | null): Promise<Readonly<{ kind: 'now'; asOf: Instant }> | Refused> {
    for (const projection of shown)
      if (!(await fresh(this.projections[projection], position))) return refuse({ code: 'not-yet-projected', projection });
    return { kind: 'now', asOf: await this.clock.now() };
  }
}
