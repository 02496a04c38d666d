import { millisecondsUntil } from '../../kernel/days.js';
import type { Clock } from '../ports/clock.js';
import { jobIdOf, TooEarly, type FollowUpQueue, type DueStep } from '../ports/follow-ups.js';
import type { Parked } from '../ports/loops.js';

/** What the trajectory's stream says of a step, and how it is recorded there; the application gives both. */
export interface StepRecorder {
  /** Read from the stream itself, not from a projection: open at this very version, and this step not yet recorded. */
  isOpen(step: DueStep): Promise<boolean>;
  /** Appends what the step means; answers nothing when the stream no longer wants it. Throws `StepRefused`, or what may pass. */
  record(step: DueStep): Promise<void>;
}

/** A step that its stream would not have, for a reason that says more than "no longer". Trying again soon would not help. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';

  /** `code` is that of the refusal, which is what an operator is told. */
  constructor(readonly code: string) {
    super(code);
  }
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

  isOpen(step: DueStep): Promise<boolean> {
    return this.recorder.isOpen(step);
  }

  hasParked(step: DueStep): boolean {
    return this.given.has(jobIdOf(step));
  }

  parked(): readonly Parked[] {
    return [...this.given.values()];
  }

  /** Forgets what is parked of steps that are not among the open ones any more, which are given by `jobIdOf`. */
  keepParked(open: ReadonlySet<string>): void {
    for (const id of this.given.keys()) if (!open.has(id)) this.given.delete(id);
  }

  /** Lets all that is parked be tried again. */
  tryAgain(): void {
    this.given.clear();
  }

  private async handle(step: DueStep): Promise<void> {
    const now = await this.clock.now();
    if (now < step.at)
      throw new TooEarly(`${jobIdOf(step)} is due at ${step.at}, and it is ${now}`, millisecondsUntil(now, step.at));

    try {
      await this.recorder.record(step);
      this.given.delete(jobIdOf(step));
    } catch (error) {
      if (!(error instanceof StepRefused)) throw error;
      this.park(step, error);
    }
  }

  private park(step: DueStep, error: unknown): void {
    const because = error instanceof StepRefused ? error.code : nameOf(error);
    this.given.set(jobIdOf(step), { loop: 'follow-ups', what: jobIdOf(step), because });
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
