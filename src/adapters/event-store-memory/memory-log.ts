import { storedEventIn, withRecordedAt, type PendingEvent } from '../../application/event-bytes.js';
import { FIRST_PREDECESSOR, streamLink, tenantLink } from '../../application/event-links.js';
import {
  ForeignPosition,
  type Append,
  type AppendOutcome,
  type Position,
  type StoredEvent,
} from '../../application/ports/event-store.js';
import { addMicroseconds, laterOf, type Instant } from '../../kernel/days.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';

/** One stored event: its bytes and links, and beside them what searching needs. */
export type Row = Readonly<{
  position: Position;
  tenant: TenantId;
  streamId: StreamId;
  version: number;
  type: string;
  commandId: string;
  decision: string | null;
  recordedAt: Instant;
  bytes: Buffer;
  hash: Buffer;
  tenantHash: Buffer;
}>;

/** Parses what is stored anew at every call, so no reader shares an object with another. */
export function storedEvent({ bytes, position, hash, tenantHash, recordedAt }: Row): StoredEvent {
  const links = { hash: hash.toString('hex'), tenantHash: tenantHash.toString('hex') };
  return storedEventIn(bytes, { position, ...links, sealedAt: recordedAt });
}

/** The rows of a log and the one place where an append meets its verdict; all of it at once, so nothing comes between. */
export class MemoryLog {
  readonly rows: Row[] = [];
  private readonly streams = new Map<StreamId, Row[]>();
  private readonly lastOfTenant = new Map<TenantId, Row>();

  constructor(private readonly claimed: (tenant: TenantId, decision: string) => number) {}

  streamOf(tenant: TenantId, streamId: StreamId): readonly Row[] {
    const rows = this.streams.get(streamId) ?? [];
    return rows[0]?.tenant === tenant ? rows : [];
  }

  lastRow(tenant?: TenantId): Row | undefined {
    return tenant === undefined ? this.rows.at(-1) : this.lastOfTenant.get(tenant);
  }

  /** The verdict in the order of every adapter: tenant, repeat, version, claims, stored. */
  append(append: Append, pending: readonly PendingEvent[], now: Instant): AppendOutcome {
    const { tenant, streamId, expectedVersion, commandId, claims } = append;
    const stream = this.streams.get(streamId) ?? [];
    if (stream.length > 0 && stream[0].tenant !== tenant) return { kind: 'unknown-stream' };

    const earlier = stream.slice(expectedVersion).findLast((row) => row.commandId === commandId);
    if (earlier) return { kind: 'repeated', ...answerOf(earlier) };
    if (stream.length !== expectedVersion) return { kind: 'conflict', actualVersion: stream.length };
    if (claims && this.claimed(tenant, claims.decision) < claims.keys) return { kind: 'claims-missing' };

    return { kind: 'stored', ...answerOf(this.store(append, pending, now)) };
  }

  private store(append: Append, pending: readonly PendingEvent[], now: Instant): Row {
    const last = this.rows.at(-1);
    const recordedAt = last ? laterOf(now, addMicroseconds(last.recordedAt, 1)) : now;
    return pending
      .map((event, index) => this.add(append, index, { bytes: withRecordedAt(event, recordedAt), recordedAt }))
      .at(-1)!;
  }

  private add(
    { tenant, streamId, commandId, claims, events }: Append,
    index: number,
    dated: Pick<Row, 'bytes' | 'recordedAt'>,
  ): Row {
    const stream = this.streams.get(streamId) ?? [];
    const hash = streamLink(dated.bytes, stream.at(-1)?.hash ?? FIRST_PREDECESSOR);
    const tenantHash = tenantLink(this.lastOfTenant.get(tenant)?.tenantHash ?? FIRST_PREDECESSOR, hash);
    const position = positionOf(this.rows.length + 1);
    const place = { position, tenant, streamId, version: stream.length + 1 };
    const row = { ...dated, ...place, type: events[index].type, commandId, decision: claims?.decision ?? null, hash, tenantHash };

    this.rows.push(row);
    stream.push(row);
    this.streams.set(streamId, stream);
    this.lastOfTenant.set(tenant, row);
    return row;
  }
}

const POSITION_WIDTH = 12;
const POSITION = /^m\d{12}$/;

const positionOf = (ordinal: number): Position => `m${String(ordinal).padStart(POSITION_WIDTH, '0')}` as Position;

/**
 * How many rows of the log lie at or before a position.
 * Errors: throws for a position that no memory log makes.
 */
export function ordinalOf(position: Position): number {
  if (!POSITION.test(position)) throw new ForeignPosition();
  return Number(position.slice(1));
}

function answerOf({ version, position, recordedAt }: Row): Pick<Row, 'version' | 'position' | 'recordedAt'> {
  return { version, position, recordedAt };
}
