import { addMicroseconds, microsecondsBetween, type Instant } from '../../kernel/days.js';
import type { Clock } from '../ports/clock.js';
import type { FollowUpQueue, OpenSteps } from '../ports/follow-ups.js';

/** How many steps one look arms at most; the next look arms the rest. */
const AT_ONCE = 5_000;
const DAY_IN_MICROSECONDS = 24 * 3_600_000_000;

/**
 * Arms what happens within 24 hours, from the projection, as often as it is called; so a queue that was emptied loses nothing.
 * Only on a real store: on a simulated one the clock loop arms.
 */
export class FollowUpSweeper {
  constructor(
    private readonly clock: Clock,
    private readonly steps: OpenSteps,
    private readonly queue: FollowUpQueue,
  ) {}

  /** Answers how many steps are armed now. */
  async sweep(): Promise<number> {
    const now = await this.clock.now();
    const steps = await this.steps.upTo(addMicroseconds(now, DAY_IN_MICROSECONDS), AT_ONCE);
    await this.queue.add(steps, ({ at }) => millisecondsUntil(now, at));
    return steps.length;
  }
}

/** Rounded up, so that no job comes before its instant. */
const millisecondsUntil = (now: Instant, at: Instant): number => Math.max(0, Math.ceil(microsecondsBetween(now, at) / 1_000));
