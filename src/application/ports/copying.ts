import type { Instant } from '../../kernel/days.js';
import type { StreamId } from '../../kernel/ids.js';
import type { Position } from './event-store.js';

/** An event with everything that a copy keeps of it, as it lies in its log. `position` is the log's own and is not kept. */
export type LoggedEvent = Readonly<{
  position: Position;
  bytes: Buffer;
  /** Link 1. */
  hash: Buffer;
  seal: Readonly<{
    /** Counts the tenant's events from 1. */
    n: number;
    /** Link 2. */
    hash: Buffer;
    at: Instant;
  }>;
  /** The decision whose keys are claimed, if there is one; it is not part of the bytes. */
  decision: string | null;
}>;

/** Which event: the one at this version of this stream, as long as its link 1 is this one. */
export type EventMark = Readonly<{ streamId: StreamId; version: number; hash: Buffer }>;

/** A place in a log: the position of an event, and how many events there are up to it. */
export type LogPlace = Readonly<{ position: Position; events: number }>;

/** A log that can be copied from and into. Each adapter has one; whether the log is closed is not its business. */
export interface CopyableLog {
  /** What its marks call it: `postgresql`, `kurrentdb:<name space>`. */
  readonly name: string;
  /** Makes its place that of this store, before anything is copied into it; until then nothing is written there. */
  begin(): Promise<void>;
  /** How many events it has. */
  count(): Promise<number>;
  /** The last event, null while there is none. */
  last(): Promise<EventMark | null>;
  /** Where an event is; null when it is not there, or is another than the one that is meant. */
  placeOf(event: EventMark): Promise<LogPlace | null>;
  /**
   * Events in the log's order that follow a position, the last of an append; null: from the beginning.
   * Whole appends, of about so many events together; none at the end.
   */
  after(position: Position | null, limit: number): Promise<readonly LoggedEvent[]>;
  /**
   * Adds whole appends at the end, in this order, with their bytes, links and seals.
   * Safe to be killed at any moment: what is there then is a beginning of them.
   * Errors: throws when they do not follow from what is there, and when somebody else appends.
   */
  take(events: readonly LoggedEvent[]): Promise<void>;
  /** Resolves when every event of a closed log has its seal, which some logs give just after the append. */
  settled(): Promise<void>;
}

/** A table whose rows go along when a store is moved to another database. Tables come after those that their rows refer to. */
export type CarriedTable = Readonly<{
  table: string;
  /** The columns that tell its rows apart. */
  key: readonly string[];
  /** The column that holds a position of the log, where there is one. */
  position?: string;
  /** A sequence that numbers its rows, with the column that has the number. */
  numbered?: Readonly<{ sequence: string; column: string }>;
}>;
