import type { Instant } from '../../kernel/days.js';
import type { CommandId, CorrelationId, EventId, StreamId, TenantId } from '../../kernel/ids.js';
import type { Actor, Envelope, Occurred, Sealed, Override } from '../../kernel/messages.js';

declare const brand: unique symbol;

/** A place in the log: an opaque string, ordered as text; only the store makes it. */
export type Position = string & { readonly [brand]: 'position' };

/** Whether two positions are places in logs of one kind, which begin with one letter: only these have an order. */
export const areOfOneKind = (one: Position, other: Position): boolean => one[0] === other[0];

/** A position that this log never made: whoever remembers it read another one. */
export class ForeignPosition extends Error {
  override readonly name = 'ForeignPosition';

  constructor() {
    super('this position is of another store');
  }
}

/** One event on its way to the store. `data` is plain JSON: no undefined, no lone surrogates, no U+0000. */
export type NewEvent = Occurred &
  Readonly<{ eventId: EventId; type: string; schemaVersion: number; data: unknown; sealed: Sealed | null }>;

/** What one command appends to one stream, whole or not at all. */
export type Append = Readonly<{
  tenant: TenantId;
  streamId: StreamId;
  /** The version of the stream's last event as read, 0 for a new stream. Whoever expects it has searched it for the command id. */
  expectedVersion: number;
  commandId: CommandId;
  correlationId: CorrelationId;
  causationId: EventId | null;
  actor: Actor;
  overrides: readonly Override[];
  events: readonly NewEvent[];
  /** The decision whose identity or reference keys must still be claimed under the lock, and how many there are. */
  claims?: Readonly<{ decision: string; keys: number }>;
}>;

/** An event as stored, parsed from its stored bytes. `hash` (link 1) and `tenantHash` (link 2) are lower-case hex. */
export type StoredEvent = Envelope &
  Occurred &
  Readonly<{
    type: string;
    data: unknown;
    position: Position;
    hash: string;
    /** Absent only together with `sealedAt`. */
    tenantHash?: string;
  }>;

export type AppendOutcome =
  | Readonly<{ kind: 'stored'; version: number; position: Position; recordedAt: Instant }>
  /** The command id is in the stream already; nothing was stored now. The answer is that of the first time. */
  | Readonly<{ kind: 'repeated'; version: number; position: Position; recordedAt: Instant }>
  | Readonly<{ kind: 'conflict'; actualVersion: number }>
  /** The stream belongs to another tenant; to the outside this is the same as a stream that does not exist. */
  | Readonly<{ kind: 'unknown-stream' }>
  /** A claimed key was gone under the lock; decide again. */
  | Readonly<{ kind: 'claims-missing' }>
  /** The store was closed for copying. */
  | Readonly<{ kind: 'closed' }>;

/** The append itself is at fault: too large, empty, a text that cannot be stored. Nothing was stored. */
export class BadAppend extends Error {
  override readonly name = 'BadAppend';
}

/** The store cannot take appends now (disk full, clock far behind, shutting down); what was sent is not stored. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The process had to end before it was known whether the append is stored; the same command id, asked again, is answered rightly. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** Something about the log that stays so until an operator mends it. The message is one line, without anything about a person. */
export class LogTrouble extends Error {
  override readonly name: string = 'LogTrouble';
}

export type ReadStream = Readonly<{ after?: number; backwards?: boolean; limit?: number }>;
export type ReadAll = Readonly<{
  /** Exclusive; absent: from the beginning (or, backwards, from the end). */
  after?: Position;
  backwards?: boolean;
  tenant?: TenantId;
  types?: readonly string[];
  limit: number;
}>;

export type Subscribe = Readonly<{
  name: string;
  /** Exclusive; null: from the beginning. */
  after: Position | null;
  /** At most so many events a call. */
  batch: number;
  /** Called with events in log order, one call at a time. When it throws, the same events come again after a growing pause. */
  handle(events: readonly StoredEvent[]): Promise<void>;
  onError?(error: unknown): void;
}>;

export interface Subscription {
  /** Resolves when no call of `handle` is under way and none will follow. */
  stop(): Promise<void>;
  /** Looks for new events now, without waiting for the next poll. */
  wake(): void;
  /** How many tries in a row have failed, to read or to handle; 0 when the last one did not. */
  readonly failures: number;
}

/**
 * The log. One contract, several adapters; `test/event-store/contract.ts` holds each to it.
 * An acknowledged append is stored, whole, once; an unknown outcome is looked up before it is answered.
 */
export interface EventStore {
  readonly storeId: string;
  readonly simulated: boolean;
  append(append: Append): Promise<AppendOutcome>;
  /** The stream's events in version order (or backwards); empty when there is none in this tenant. */
  readStream(tenant: TenantId, streamId: StreamId, options?: ReadStream): Promise<readonly StoredEvent[]>;
  readAll(options: ReadAll): Promise<readonly StoredEvent[]>;
  /** The position of the last event, null while there is none. */
  lastPosition(tenant?: TenantId): Promise<Position | null>;
  subscribe(options: Subscribe): Subscription;
  close(): Promise<void>;
}
