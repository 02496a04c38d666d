import { DelayedError, type JobsOptions } from 'bullmq';
import { jobIdOf, TooEarly, type DueStep, type FollowUpQueue, type QueueStanding } from '../../application/ports/follow-ups.js';
import type { Bench, JobWorker, StepJob } from './bench.js';

/** How often a job is tried, and how long the first pause is; each pause is twice the one before. Units: milliseconds of real time. */
export type Tries = Readonly<{ attempts: number; firstPauseMs: number }>;

/** About eight seconds in all. What fails then is parked, and armed again by the next sweep or move of the clock. */
const TRIES: Tries = { attempts: 5, firstPauseMs: 500 };

/** How long whoever holds the jobs may take to answer, or to part in order. Units: milliseconds of real time. */
const PATIENCE_MS = 3_000;

/** How many jobs are let go of at once: more would keep the server from answering others. */
const FORGOTTEN_AT_ONCE = 100;

/** BullMQ on whatever bench. It holds ids and instants only, and whatever it loses the sweeper finds again. */
export class BullMqFollowUpQueue implements FollowUpQueue {
  private worker: JobWorker | null = null;
  private closing: Promise<void> | null = null;
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly bench: Bench,
    private readonly tries: Tries = TRIES,
  ) {}

  async add(steps: readonly DueStep[], delayOf: (step: DueStep) => number): Promise<void> {
    if (steps.length === 0) return;
    await this.bench.queue.addBulk(
      steps.map((step) => ({ name: 'step', data: step, opts: { ...this.options, jobId: jobIdOf(step), delay: delayOf(step) } })),
    );
  }

  /** A job of which only its own record is left, or which waits for another day, keeps its id, and adding it again is silently ignored. */
  async forget(steps: readonly DueStep[]): Promise<void> {
    for (let from = 0; from < steps.length; from += FORGOTTEN_AT_ONCE) {
      const some = steps.slice(from, from + FORGOTTEN_AT_ONCE);
      await Promise.all(some.map((step) => this.bench.queue.remove(jobIdOf(step), { removeChildren: false })));
    }
  }

  async work(handle: (step: DueStep) => Promise<void>, onFailed: (step: DueStep, error: unknown) => void): Promise<void> {
    this.worker = this.bench.work({
      process: (job, token) => this.run(() => handle(job.data).catch(whenItIsTime(job, token))),
      onFailed: (job, error) => {
        if (job && job.attemptsMade >= (job.opts.attempts ?? 1)) onFailed(job.data, error);
      },
    });
    await this.worker.waitUntilReady();
  }

  /** Removed when done and when failed: a failed job that stays keeps its id, and adding it again is silently ignored. */
  private get options(): JobsOptions {
    const { attempts, firstPauseMs } = this.tries;
    return { attempts, backoff: { type: 'exponential', delay: firstPauseMs }, removeOnComplete: true, removeOnFail: true };
  }

  private async run(handle: () => Promise<void>): Promise<void> {
    const work = handle();
    this.underWay.add(work);
    await work.finally(() => this.underWay.delete(work));
  }

  standing(): Promise<QueueStanding> {
    return within(PATIENCE_MS, this.bench.standing(), 'silent');
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  /** What is under way ends first; then nobody waits longer than the patience for a server that does not answer. */
  private async end(): Promise<void> {
    const closing = this.worker?.close();
    closing?.catch(() => undefined); // told below, unless patience ended first
    await Promise.allSettled(this.underWay);
    await within(PATIENCE_MS, Promise.all([closing, this.bench.queue.close()]), undefined);
    this.bench.letGo();
  }
}

/** What comes of the work, or the other answer when it fails or takes longer. */
async function within<T>(milliseconds: number, work: Promise<T> | undefined, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(resolve, milliseconds, otherwise)));
  return Promise.race([work ?? otherwise, late])
    .catch(() => otherwise)
    .finally(() => clearTimeout(timer));
}

/** What came too early is put back until its instant, by this process's own clock: that of whoever armed it differs. */
const whenItIsTime =
  (job: StepJob, token: string | undefined) =>
  async (error: unknown): Promise<never> => {
    if (!(error instanceof TooEarly)) throw error;
    await job.moveToDelayed(Date.now() + error.milliseconds, token);
    throw new DelayedError();
  };
