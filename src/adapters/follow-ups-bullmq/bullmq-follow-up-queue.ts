import { createPostgresBackend, withBackend, type Job, type JobsOptions, type PostgresPoolConfig } from 'bullmq';
import type pg from 'pg';
import { jobIdOf, type FollowUpQueue, type DueStep } from '../../application/ports/follow-ups.js';
import { QUEUE, QUEUE_SCHEMA } from './migrate-queue.js';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** How often a job is tried, and how long the first pause is; each pause is twice the one before. Units: milliseconds of real time. */
export type Tries = Readonly<{ attempts: number; firstPauseMs: number }>;

/** About eight seconds in all. What fails then is parked, and armed again by the next sweep or move of the clock. */
const TRIES: Tries = { attempts: 5, firstPauseMs: 500 };

const CONCURRENCY = 10;

type StepJob = Job<DueStep>;

/** BullMQ on PostgreSQL. It holds ids and instants only, and whatever it loses the sweeper finds again. */
export class BullMqFollowUpQueue implements FollowUpQueue {
  private readonly connection: PostgresPoolConfig;
  private readonly queue: InstanceType<typeof Queue<DueStep>>;
  private worker: InstanceType<typeof Worker<DueStep>> | null = null;

  /** `onError` hears of lost connections, which the queue mends by itself. */
  constructor(
    connection: pg.ClientConfig,
    private readonly onError: (error: Error) => void,
    private readonly tries: Tries = TRIES,
  ) {
    this.connection = { ...connection, schema: QUEUE_SCHEMA, max: 4 } as PostgresPoolConfig;
    this.queue = new Queue<DueStep>(QUEUE, { connection: this.connection });
    this.queue.on('error', onError);
  }

  async add(steps: readonly DueStep[], delayOf: (step: DueStep) => number): Promise<void> {
    if (steps.length === 0) return;
    await this.queue.addBulk(
      steps.map((step) => ({ name: 'step', data: step, opts: { ...this.options, jobId: jobIdOf(step), delay: delayOf(step) } })),
    );
  }

  async work(handle: (step: DueStep) => Promise<void>, onFailed: (step: DueStep, error: unknown) => void): Promise<void> {
    const worker = new Worker<DueStep>(QUEUE, (job: StepJob) => handle(job.data), {
      connection: this.connection,
      concurrency: CONCURRENCY,
    });
    worker.on('error', this.onError);
    worker.on('failed', (job, error) => {
      if (job && job.attemptsMade >= (job.opts.attempts ?? 1)) onFailed(job.data, error);
    });
    this.worker = worker;
    await worker.waitUntilReady();
  }

  /** Removed when done and when failed: a failed job that stays keeps its id, and adding it again is silently ignored. */
  private get options(): JobsOptions {
    const { attempts, firstPauseMs } = this.tries;
    return { attempts, backoff: { type: 'exponential', delay: firstPauseMs }, removeOnComplete: true, removeOnFail: true };
  }

  async close(): Promise<void> {
    await this.worker?.close();
    await this.queue.close();
  }
}
