import { addMicroseconds, millisecondsUntil, type Instant } from '../../kernel/days.js';
import type { Clock } from '../ports/clock.js';
import { jobIdOf, type DueStep, type FollowUpQueue, type OpenSteps } from '../ports/follow-ups.js';
import type { FollowUpWorker } from './follow-up-worker.js';

/** How many steps one look arms at most; the next look goes on behind them, and after the last step begins anew. */
const AT_ONCE = 5_000;
const MINUTE_IN_MICROSECONDS = 60_000_000;
const DAY_IN_MICROSECONDS = 24 * 60 * MINUTE_IN_MICROSECONDS;

/** What is open so long after its instant was armed by a sweep and by the next one in vain: its job is stuck. */
const STUCK_AFTER = 2 * MINUTE_IN_MICROSECONDS;

type Around = Readonly<{ clock: Clock; steps: OpenSteps; queue: FollowUpQueue; worker: FollowUpWorker; atOnce?: number }>;

/**
 * Arms what happens within 24 hours, from the projection, as often as it is called; so a queue that was emptied loses nothing,
 * one in which jobs are stuck lets go of them, and a step that was parked is tried again until its follow-up ends.
 * Only on a real store: on a simulated one the clock loop arms. Source, docs/rules.md.
 */
export class FollowUpSweeper {
  /** Where the last look ended, and which steps were open in all looks since the earliest step. */
  private after: DueStep | null = null;
  private readonly open = new Set<string>();

  constructor(private readonly around: Around) {}

  /** Answers how many steps are armed now. */
  async sweep(): Promise<number> {
    const { clock, queue } = this.around;
    const now = await clock.now();
    const steps = await this.look(addMicroseconds(now, DAY_IN_MICROSECONDS));
    const stuckSince = addMicroseconds(now, -STUCK_AFTER);
    await queue.forget(steps.filter(({ at }) => at < stuckSince));
    await queue.add(steps, ({ at }) => millisecondsUntil(now, at));
    return steps.length;
  }

  /** The earliest steps, or what comes behind those of the last look when that was full: what stays open for good stands in nobody's way. */
  private async look(until: Instant): Promise<readonly DueStep[]> {
    const { steps: from, worker, atOnce = AT_ONCE } = this.around;
    const steps = await from.upTo(until, atOnce, this.after);
    for (const step of steps) this.open.add(jobIdOf(step));
    this.after = steps.length < atOnce ? null : steps[steps.length - 1];
    if (this.after !== null) return steps;

    worker.keepParked(this.open);
    this.open.clear();
    return steps;
  }
}
