import type { Position } from './event-store.js';

/** Something that a loop could not handle and put aside, named so that a person can look at it. */
export type Parked = Readonly<{ loop: string; what: string; because: string }>;

/** So many tries in a row that failed are more than a connection that was lost: nearly two seconds. */
export const FAILING_AFTER = 5;

/** A consumer of the log that runs on its own: a projection, later a reaction or a sealer. */
export interface Loop {
  readonly name: string;
  /** Stopped by name by an operator or a test: left out of quiet, and named. */
  readonly stopped: boolean;
  /** It has not been able to read or write for some tries; absent where a loop does neither. */
  readonly failing?: boolean;
  /** The last position that it has handled, null while there is none. */
  passed(): Promise<Position | null>;
  parked(): Promise<readonly Parked[]>;
  /** Looks for new events now. */
  wake(): void;
}
