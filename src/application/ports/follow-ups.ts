import type { Instant } from '../../kernel/days.js';
import type { FollowUpId, StreamId, TenantId } from '../../kernel/ids.js';

/**
 * Something that happens by itself when its instant comes: step 0 falls due, 1 and 2 escalate.
 * `version` is that of the last FollowUpPlanned or FollowUpMoved, so that a moved follow-up has other steps.
 */
export type FollowUpStep = Readonly<{
  tenant: TenantId;
  streamId: StreamId;
  followUpId: FollowUpId;
  version: number;
  step: 0 | 1 | 2;
  at: Instant;
}>;

/** `<followUpId>-<version>-<step>`: the job's id, so that a step is armed once. */
export const jobIdOf = ({ followUpId, version, step }: FollowUpStep): string => `${followUpId}-${version}-${step}`;

/** The steps that the log says are still open, from a projection: as fresh as that is. */
export interface OpenSteps {
  /** In the order of instant, id, step; `upTo` is inclusive. */
  upTo(instant: Instant, limit: number): Promise<readonly FollowUpStep[]>;
}

/** The job queue: only a clock. Jobs hold ids, never words; losing them all loses nothing. */
export interface FollowUpQueue {
  /** Arms steps; a step that is armed already stays as it is. `delayOf` answers milliseconds of real time. */
  add(steps: readonly FollowUpStep[], delayOf: (step: FollowUpStep) => number): Promise<void>;
  /** Starts working: `handle` is called for each job that is ready, at least once; when it throws, again after a growing pause. */
  work(handle: (step: FollowUpStep) => Promise<void>, onFailed: (step: FollowUpStep, error: unknown) => void): Promise<void>;
  /** Resolves when no job is under way and none will follow. */
  close(): Promise<void>;
}
