import { addMicroseconds, microsecondsBetween, type Instant } from '../../kernel/days.js';
import type { Clock } from '../ports/clock.js';
import type { FollowUpQueue, OpenSteps } from '../ports/follow-ups.js';
import type { FollowUpWorker } from './follow-up-worker.js';

/** How many steps one look arms at most; the next look arms the rest. */
const AT_ONCE = 5_000;
const DAY_IN_MICROSECONDS = 24 * 3_600_000_000;

type Around = Readonly<{ clock: Clock; steps: OpenSteps; queue: FollowUpQueue; worker: FollowUpWorker }>;

/**
 * Arms what happens within 24 hours, from the projection, as often as it is called; so a queue that was emptied loses nothing,
 * and a step that was parked is tried again until its follow-up ends.
 * Only on a real store: on a simulated one the clock loop arms.
 */
export class FollowUpSweeper {
  constructor(private readonly around: Around) {}

  /** Answers how many steps are armed now. */
  async sweep(): Promise<number> {
    const { clock, steps: open, queue, worker } = this.around;
    const now = await clock.now();
    const steps = await open.upTo(addMicroseconds(now, DAY_IN_MICROSECONDS), AT_ONCE);
    worker.keepParked(steps);
    await queue.add(steps, ({ at }) => millisecondsUntil(now, at));
    return steps.length;
  }
}

/** Rounded up, so that no job comes before its instant. */
const millisecondsUntil = (now: Instant, at: Instant): number => Math.max(0, Math.ceil(microsecondsBetween(now, at) / 1_000));
