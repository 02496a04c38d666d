import type { Instant } from '../../kernel/days.js';
import type { FollowUpId, MatchId, StreamId, TenantId, WorkplaceId } from '../../kernel/ids.js';

/** Something that happens in a trajectory by itself when its instant comes. */
type Timed = Readonly<{ tenant: TenantId; streamId: StreamId; version: number; at: Instant }>;

/**
 * A follow-up: step 0 falls due, 1 and 2 escalate.
 * `version` is that of the last FollowUpPlanned or FollowUpMoved, so that a moved follow-up has other steps.
 */
export type FollowUpStep = Timed & Readonly<{ followUpId: FollowUpId; step: 0 | 1 | 2 }>;

/** A reservation that lapses; `version` is that of the WorkplaceReserved in the workplace's stream. */
export type LapseStep = Timed & Readonly<{ matchId: MatchId; workplaceId: WorkplaceId; step: 'lapse' }>;

export type DueStep = FollowUpStep | LapseStep;

/** By what a step is named besides its version. */
export const idOfStep = (due: DueStep): FollowUpId | MatchId => (due.step === 'lapse' ? due.matchId : due.followUpId);

/** `<follow-up id or match id>-<version>-<step>`: the job's id, so that a step is armed once. */
export const jobIdOf = (due: DueStep): string => `${idOfStep(due)}-${due.version}-${due.step}`;

/** The steps that the log says are still open, from a projection: as fresh as that is. */
export interface OpenSteps {
  /** In the order of instant, id, step; `upTo` is inclusive. Where `after` is given, only what comes behind it. */
  upTo(instant: Instant, limit: number, after?: DueStep | null): Promise<readonly DueStep[]>;
}

/** A job that came before its instant: it is given again when that comes, and this was no try. Units: milliseconds of real time. Source: R-632. */
export class TooEarly extends Error {
  override readonly name = 'TooEarly';

  constructor(
    message: string,
    readonly milliseconds: number,
  ) {
    super(message);
  }
}

/** How the queue stands: it takes jobs, nobody answers, or who answers may lose jobs or takes none. */
export type QueueStanding = 'answers' | 'silent' | 'unfit';

/** What befell the queue, for the log: the message is ours and quotes nobody. `urgent` is what only an operator can mend. */
export class QueueTrouble extends Error {
  override readonly name: string = 'QueueTrouble';
  readonly urgent: boolean = false;
}

/** The job queue: only a clock. Jobs hold ids, never words; losing them all loses nothing. */
export interface FollowUpQueue {
  /** Arms steps; a step that is armed already stays as it is. `delayOf` answers milliseconds of real time. */
  add(steps: readonly DueStep[], delayOf: (step: DueStep) => number): Promise<void>;
  /** Lets go of whatever it holds of these steps, wherever that got stuck; a step that is under way stays. */
  forget(steps: readonly DueStep[]): Promise<void>;
  /**
   * Starts working: `handle` is called for each job that is ready, at least once; when it throws, again after a growing pause.
   * `onFailed` hears of the last try; one that came too early (`TooEarly`) is none.
   */
  work(handle: (step: DueStep) => Promise<void>, onFailed: (step: DueStep, error: unknown) => void): Promise<void>;
  /** Asked for health; answers within seconds, whatever happens. */
  standing(): Promise<QueueStanding>;
  /** Resolves when no job is under way and none will follow; within seconds, also when who holds the jobs is away. */
  close(): Promise<void>;
}
