import type pg from 'pg';
import type { EventStore, Position, StoredEvent, Subscription } from '../../application/ports/event-store.js';
import type { Loop, Parked } from '../../application/ports/loops.js';
import { rowsOf, type Projection } from '../../read-models/projection.js';
import type { EventName } from '../../read-models/vocabularies.js';
import { Lease } from './lease.js';
import { ParkedStreams } from './parked-streams.js';
import { replaceRows, type StreamKey, type Table } from './table.js';

/** How many events one transaction takes at most. */
const BATCH = 200;

/** How long another holder's lease is waited for before asking again; milliseconds of real time. */
const RETRY = 1_000;

type Around = Readonly<{ store: EventStore; pool: pg.Pool; onFault?: (fault: ProjectionFault) => void }>;

/** What an operator is told: which stream of which projection stands still, and at which event. Never what is in it. */
export type ProjectionFault = Readonly<{ projection: string; streamId: string; eventId: string; fault: string }>;

/**
 * Keeps one projection level with the log. For each batch the streams that it touches are read and folded anew, up to the
 * batch's end; rows and checkpoint change in one transaction, fenced by the lease.
 * A stream that cannot be folded is parked with its old rows, and tried again whenever it gets an event and at each start;
 * every other stream goes on.
 */
export class ProjectionRunner<Row, T extends EventName> implements Loop {
  readonly name: string;
  stopped = false;
  private readonly lease: Lease;
  private readonly parkedStreams: ParkedStreams;
  private position: Position | null = null;
  private subscription: Subscription | null = null;
  private waiting: NodeJS.Timeout | null = null;

  constructor(
    private readonly around: Around,
    private readonly projection: Projection<Row, T>,
    private readonly table: Table<Row>,
  ) {
    this.name = projection.name;
    this.lease = new Lease(around.pool, projection);
    this.parkedStreams = new ParkedStreams(around.pool, projection.name);
  }

  /** Starts as soon as the lease is free; streams that were parked are tried again first. */
  async start(): Promise<void> {
    const taken = await this.lease.take();
    if (!taken) {
      this.waiting = setTimeout(() => void this.start(), RETRY);
      return;
    }
    this.position = taken.position;
    if (taken.position !== null) await this.rewrite(await this.parkedStreams.all(), taken.position);

    this.subscription = this.around.store.subscribe({
      name: this.name,
      after: taken.position,
      batch: BATCH,
      handle: (events) => this.handle(events),
    });
  }

  passed(): Promise<Position | null> {
    return Promise.resolve(this.position);
  }

  async parked(): Promise<readonly Parked[]> {
    const parked = await this.parkedStreams.all();
    return parked.map(({ streamId, fault }) => ({ loop: this.name, what: streamId, because: fault }));
  }

  wake(): void {
    this.subscription?.wake();
  }

  /** Resolves when nothing is being written and nothing will be. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.waiting) clearTimeout(this.waiting);
    await this.subscription?.stop();
    await this.lease.release();
  }

  private async handle(events: readonly StoredEvent[]): Promise<void> {
    const last = events[events.length - 1].position;
    await this.rewrite(touchedBy(events), last);
    this.position = last;
  }

  /** Folds these streams as they are at a position, and writes their rows and that position as the checkpoint. */
  private async rewrite(streams: readonly StreamKey[], upTo: Position): Promise<void> {
    const folded = await Promise.all(streams.map((stream) => this.fold(stream, upTo)));
    const good = folded.filter((result) => 'rows' in result);
    const bad = folded.filter((result) => 'fault' in result);

    await this.inTransaction(async (client) => {
      const rows = good.flatMap((result) => result.rows);
      await replaceRows(client, this.table, { streams: good.map(({ stream }) => stream), rows });
      await this.parkedStreams.set(client, { parked: bad, repaired: good.map(({ stream }) => stream) });
      await this.lease.moveTo(client, upTo);
    });
    for (const { stream, eventId, fault } of bad)
      this.around.onFault?.({ projection: this.name, streamId: stream.streamId, eventId, fault });
  }

  private async fold(stream: StreamKey, upTo: Position): Promise<Folded<Row>> {
    const stored = await this.around.store.readStream(stream.tenant, stream.streamId);
    const events = stored.filter(({ position }) => position <= upTo);
    try {
      return { stream, rows: [...rowsOf(this.projection, events).values()] };
    } catch (error) {
      return { stream, eventId: events[events.length - 1].eventId, fault: error instanceof Error ? error.name : 'unknown' };
    }
  }

  private async inTransaction(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    const client = await this.around.pool.connect();
    try {
      await client.query('begin');
      await work(client);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}

type Folded<Row> =
  Readonly<{ stream: StreamKey; rows: readonly Row[] }> | Readonly<{ stream: StreamKey; eventId: string; fault: string }>;

function touchedBy(events: readonly StoredEvent[]): readonly StreamKey[] {
  const streams = events.map(({ tenant, streamId }) => [streamId, { tenant, streamId }] as const);
  return [...new Map(streams).values()];
}
