import pg from 'pg';
import type {
  Append,
  AppendOutcome,
  EventStore,
  Position,
  ReadAll,
  ReadStream,
  StoredEvent,
  Subscribe,
  Subscription,
} from '../../application/ports/event-store.js';
import { handedOut, SubscriptionLoop } from '../../application/subscription-loop.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import type { Connections } from '../connections.js';
import { AppendLine } from './append-line.js';
import { Flusher } from './flusher.js';
import { GatheredReads } from './gathered-reads.js';
import { lastPosition, readAll, readInTenant, readStream, readStreams, type Queryable } from './read-events.js';
import type { StoreAlarm } from './settler.js';
import { WakeUp } from './wake-up.js';

/** Milliseconds are of real time. Every field has a default that suits production. */
export type PostgresStoreOptions = Readonly<{
  /** How many appends and bytes one call of the append function carries. */
  batchAppends: number;
  batchBytes: number;
  /** When an append's answer counts as lost, and its connection is given up. */
  answerWithinMs: number;
  connectWithinMs: number;
  /** How long an append that was never sent waits while the database cannot be reached. */
  patienceMs: number;
  /** How long `close` waits for appends that are under way. */
  drainWithinMs: number;
  firstPauseMs: number;
  longestPauseMs: number;
  /** Whether subscriptions are woken by LISTEN; polling is the truth either way. */
  listen: boolean;
  heartbeatMs: number;
  reconnectMs: number;
  pollMs: number;
  /** How long a subscription lets events gather while they keep coming and nobody waits for them. */
  paceMs: number;
  /** How many connections share the reads of one tenant, and how many those of all. */
  readers: number;
  allReaders: number;
  alarm(alarm: StoreAlarm): void;
  /** Hears of connections that were lost and are made again; nobody waits for them. */
  onError(error: unknown): void;
}>;

const DEFAULTS: PostgresStoreOptions = {
  batchAppends: 256,
  batchBytes: 4 * 1024 * 1024,
  answerWithinMs: 20_000,
  connectWithinMs: 5_000,
  patienceMs: 10_000,
  drainWithinMs: 30_000,
  firstPauseMs: 20,
  longestPauseMs: 1_000,
  listen: true,
  heartbeatMs: 5_000,
  reconnectMs: 250,
  pollMs: 1_000,
  paceMs: 100,
  readers: 4,
  allReaders: 3,
  alarm: () => undefined,
  onError: () => undefined,
};

/**
 * Opens the store of a migrated database.
 * `connections.flusher` is used by nothing else; `connections.reader` by reads in one tenant and by LISTEN, `connections.writer` by
 * reads of all tenants.
 */
export async function openPostgresStore(
  connections: Logins,
  options: Partial<PostgresStoreOptions> = {},
): Promise<PostgresEventStore> {
  const all = { ...DEFAULTS, ...options };
  const readers = poolOf(connections.reader, all.readers, all);
  const allReaders = poolOf(connections.writer, all.allReaders, all);
  try {
    const { rows } = await readers.query<Identity>('select store_id, simulated from store.identity');
    return new PostgresEventStore(rows[0], { connections, readers, allReaders, options: all });
  } catch (error) {
    await Promise.all([readers.end(), allReaders.end()]);
    throw error;
  }
}

function poolOf(connection: pg.ClientConfig, max: number, { connectWithinMs, onError }: PostgresStoreOptions): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, connectionTimeoutMillis: connectWithinMs });
  pool.on('error', onError); // an idle connection that was lost; the pool makes another
  return pool;
}

type Logins = Pick<Connections, 'flusher' | 'reader' | 'writer'>;

type Identity = Readonly<{ store_id: string; simulated: boolean }>;

type Parts = Readonly<{
  connections: Logins;
  readers: pg.Pool;
  allReaders: pg.Pool;
  options: PostgresStoreOptions;
}>;

/** The log in PostgreSQL: one flusher appends, a pool reads, one LISTEN connection wakes all subscriptions. */
export class PostgresEventStore implements EventStore {
  readonly storeId: string;
  readonly simulated: boolean;
  private readonly flusher: Flusher;
  private readonly gathered = new GatheredReads({
    streams: (tenant, streams) => this.reading(tenant, (database) => readStreams(database, { tenant, streams })),
    all: (after, limit) => this.readAll({ after: after ?? undefined, limit }),
  });
  private readonly loops = new Set<SubscriptionLoop>();
  private wakeUp: WakeUp | undefined;
  private closed: Promise<void> | undefined;

  constructor(
    identity: Identity,
    private readonly parts: Parts,
  ) {
    this.storeId = identity.store_id;
    this.simulated = identity.simulated;
    const { connections, options } = parts;
    this.flusher = new Flusher({ ...options, line: new AppendLine({ ...options, connection: connections.flusher }) });
  }

  append(append: Append): Promise<AppendOutcome> {
    return this.flusher.append(append);
  }

  readStream(tenant: TenantId, streamId: StreamId, options?: ReadStream): Promise<readonly StoredEvent[]> {
    if (options === undefined) return this.gathered.stream(tenant, streamId);
    return this.reading(tenant, (database) => readStream(database, { tenant, streamId }, options));
  }

  readAll(options: ReadAll): Promise<readonly StoredEvent[]> {
    return this.reading(options.tenant, (database) => readAll(database, options));
  }

  lastPosition(tenant?: TenantId): Promise<Position | null> {
    return this.reading(tenant, (database) => lastPosition(database, tenant));
  }

  subscribe(options: Subscribe): Subscription {
    const read = (after: Position | null, limit: number) => this.gathered.after(after, limit);
    const loop = new SubscriptionLoop({ read, pollMs: this.parts.options.pollMs, paceMs: this.parts.options.paceMs }, options);
    this.loops.add(loop);
    if (this.parts.options.listen) this.wakeUp ??= this.listen();
    return handedOut(loop, () => this.loops.delete(loop));
  }

  /** Drains the appends, lets each subscription finish its call, and ends all connections. */
  close(): Promise<void> {
    return (this.closed ??= this.end());
  }

  private reading<T>(tenant: TenantId | undefined, read: (database: Queryable) => Promise<T>): Promise<T> {
    const { readers, allReaders } = this.parts;
    return tenant === undefined ? read(allReaders) : readInTenant(readers, tenant, read);
  }

  private async end(): Promise<void> {
    await this.flusher.close();
    await Promise.all([...this.loops].map((loop) => loop.stop()));
    await this.wakeUp?.stop();
    await Promise.all([this.parts.readers.end(), this.parts.allReaders.end()]);
  }

  private listen(): WakeUp {
    const { connections, options } = this.parts;
    const wake = () => this.loops.forEach((loop) => loop.tell());
    return new WakeUp({ ...options, connection: connections.reader, wake });
  }
}
