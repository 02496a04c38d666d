import type { Clock } from '../ports/clock.js';
import { jobIdOf, type FollowUpQueue, type FollowUpStep } from '../ports/follow-ups.js';
import type { Parked } from '../ports/loops.js';

/** What the trajectory's stream says of a step, and how it is recorded there; the application gives both. */
export interface StepRecorder {
  /** Read from the stream itself, not from a projection: open at this very version, and this step not yet recorded. */
  isOpen(step: FollowUpStep): Promise<boolean>;
  /** Appends what the step means; answers nothing when the stream no longer wants it. Throws what may pass. */
  record(step: FollowUpStep): Promise<void>;
}

/** A job that came before its instant: the clock says no, so the queue is asked to try again. */
export class TooEarly extends Error {
  override readonly name = 'TooEarly';
}

/** Lets steps happen: the job is only the alarm, the stream and the Clock have the word. */
export class FollowUpWorker {
  private readonly given = new Map<string, Parked>();

  constructor(
    private readonly clock: Clock,
    private readonly recorder: StepRecorder,
  ) {}

  /** Starts working on the queue; `close` of the queue ends it. */
  start(queue: FollowUpQueue): Promise<void> {
    return queue.work(
      (step) => this.handle(step),
      (step, error) => this.park(step, error),
    );
  }

  isOpen(step: FollowUpStep): Promise<boolean> {
    return this.recorder.isOpen(step);
  }

  hasParked(step: FollowUpStep): boolean {
    return this.given.has(jobIdOf(step));
  }

  parked(): readonly Parked[] {
    return [...this.given.values()];
  }

  private async handle(step: FollowUpStep): Promise<void> {
    const now = await this.clock.now();
    if (now < step.at) throw new TooEarly(`${jobIdOf(step)} is due at ${step.at}, and it is ${now}`);

    await this.recorder.record(step);
    this.given.delete(jobIdOf(step));
  }

  private park(step: FollowUpStep, error: unknown): void {
    const because = error instanceof Error ? error.name : 'unknown';
    this.given.set(jobIdOf(step), { loop: 'follow-ups', what: jobIdOf(step), because });
  }
}
