import type { Job, JobsOptions } from 'bullmq';
import type { DueStep, QueueStanding } from '../../application/ports/follow-ups.js';

/** A step as BullMQ holds it. */
export type StepJob = Job<DueStep>;

type Added = Readonly<{ name: string; data: DueStep; opts: JobsOptions }>;

/** What is used of BullMQ's Queue, whatever it stands on. */
type JobQueue = {
  addBulk(jobs: Added[]): Promise<unknown>;
  /** Leaves a job that is under way. */
  remove(jobId: string, options: Readonly<{ removeChildren: boolean }>): Promise<unknown>;
  close(): Promise<void>;
};

/** What is used of BullMQ's Worker. */
export type JobWorker = { waitUntilReady(): Promise<void>; close(): Promise<void> };

export type Handling = Readonly<{
  process(job: StepJob, token?: string): Promise<void>;
  onFailed(job: StepJob | undefined, error: Error): void;
}>;

/** Where BullMQ keeps the jobs, PostgreSQL or Redis: what it makes there for the one queue of a store. */
export interface Bench {
  readonly queue: JobQueue;
  work(handling: Handling): JobWorker;
  /** May take long, or throw; whoever asks has patience of their own. */
  standing(): Promise<QueueStanding>;
  /** Ends what is still connected, at once and without asking anybody. */
  letGo(): void;
}

/** How many jobs a process has under way at once. */
export const CONCURRENCY = 10;
