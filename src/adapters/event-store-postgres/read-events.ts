import type pg from 'pg';
import { storedEventIn } from '../../application/event-bytes.js';
import type { Position, ReadAll, ReadStream, StoredEvent } from '../../application/ports/event-store.js';
import type { Instant } from '../../kernel/days.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import { positionOf, rowOf } from './positions.js';

/** Whatever runs a query: a pool, or one client where several reads must share it. */
export type Queryable = Pick<pg.Pool, 'query'>;

/** Whose log each connection sees now. */
const tenantOf = new WeakMap<pg.PoolClient, TenantId>();

/**
 * Reads on a connection that sees the log of one tenant and of no other. It is asked for with each read, and said to the database
 * when the connection was another tenant's before, which spares three of the four trips that a transaction of its own would cost.
 */
export async function readInTenant<T>(pool: pg.Pool, tenant: TenantId, read: (database: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    if (tenantOf.get(client) !== tenant) {
      tenantOf.delete(client);
      await client.query(`select set_config('app.tenant', $1, false)`, [tenant]);
      tenantOf.set(client, tenant);
    }
    const answer = await read(client);
    client.release();
    return answer;
  } catch (error) {
    client.release(true); // what a failed read left of the connection is not known
    throw error;
  }
}

const EVENT = `select e.position, e.bytes, encode(e.hash, 'hex') as hash, encode(e.tenant_hash, 'hex') as tenant_hash,
  store.instant_text(e.sealed_at) as sealed_at from store.es_event e`;

type Row = Readonly<{ position: string; bytes: Buffer; hash: string; tenant_hash: string; sealed_at: Instant }>;

/** The stream's events in version order or backwards; `after` is exclusive in both directions. */
export async function readStream(
  database: Queryable,
  { tenant, streamId }: Readonly<{ tenant: TenantId; streamId: StreamId }>,
  { after, backwards = false, limit }: ReadStream,
): Promise<readonly StoredEvent[]> {
  const conditions = new Conditions();
  conditions.add((n) => `e.stream = ${n}`, streamId);
  conditions.add((n) => `e.tenant = ${n}`, tenant);
  conditions.addIf(after, (n) => `e.version ${backwards ? '<' : '>'} ${n}`);
  return read(database, conditions, `order by e.version ${backwards ? 'desc' : 'asc'} ${conditions.limit(limit)}`);
}

/** The events of several whole streams, each in version order; a stream that is not there has none. */
export async function readStreams(
  database: Queryable,
  { tenant, streams }: Readonly<{ tenant: TenantId; streams: readonly StreamId[] }>,
): Promise<ReadonlyMap<StreamId, readonly StoredEvent[]>> {
  const conditions = new Conditions();
  if (streams.length === 1) conditions.add((n) => `e.stream = ${n}`, streams[0]);
  else conditions.add((n) => `e.stream = any(${n}::text[])`, streams);
  conditions.add((n) => `e.tenant = ${n}`, tenant);

  const found = new Map<StreamId, StoredEvent[]>(streams.map((streamId) => [streamId, []]));
  for (const event of await read(database, conditions, 'order by e.stream, e.version')) found.get(event.streamId)?.push(event);
  return found;
}

/** The log's events in order of position or backwards; `after` is exclusive in both directions. */
export async function readAll(
  database: Queryable,
  { after, backwards = false, tenant, types, limit }: ReadAll,
): Promise<readonly StoredEvent[]> {
  const conditions = new Conditions();
  conditions.addIf(tenant, (n) => `e.tenant = ${n}`);
  conditions.addIf(types, (n) => `e.type = any(${n}::text[])`);
  conditions.addIf(after && rowOf(after), (n) => `e.position ${backwards ? '<' : '>'} ${n}`);
  return read(database, conditions, `order by e.position ${backwards ? 'desc' : 'asc'} ${conditions.limit(limit)}`);
}

/** The position of the last event, of one tenant or of all. */
export async function lastPosition(database: Queryable, tenant?: TenantId): Promise<Position | null> {
  const conditions = new Conditions();
  conditions.addIf(tenant, (n) => `e.tenant = ${n}`);
  const text = `select e.position from store.es_event e ${conditions.where} order by e.position desc limit 1`;
  const { rows } = await database.query<Pick<Row, 'position'>>(text, conditions.values);
  return rows.length === 0 ? null : positionOf(rows[0].position);
}

async function read(database: Queryable, conditions: Conditions, order: string): Promise<readonly StoredEvent[]> {
  const { rows } = await database.query<Row>(`${EVENT} ${conditions.where} ${order}`, conditions.values);
  return rows.map(storedEvent);
}

function storedEvent({ position, bytes, hash, tenant_hash, sealed_at }: Row): StoredEvent {
  return storedEventIn(bytes, { position: positionOf(position), hash, tenantHash: tenant_hash, sealedAt: sealed_at });
}

/** The terms of a WHERE and their values, numbered as they come. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly terms: string[] = [];

  add(term: (n: string) => string, value: unknown): void {
    this.terms.push(term(this.number(value)));
  }

  addIf(value: unknown, term: (n: string) => string): void {
    if (value !== undefined) this.add(term, value);
  }

  limit(count: number | undefined): string {
    return count === undefined ? '' : `limit ${this.number(count)}`;
  }

  get where(): string {
    return this.terms.length === 0 ? '' : `where ${this.terms.join(' and ')}`;
  }

  private number(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}
