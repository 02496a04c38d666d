import type pg from 'pg';
import type { EventStore, Position, StoredEvent, Subscription } from '../../application/ports/event-store.js';
import type { Loop, Parked } from '../../application/ports/loops.js';
import { categoriesHeard, rowsUntilPoison, type AnyProjection, type Poison } from '../../read-models/projection.js';
import type { EventName } from '../../read-models/vocabularies.js';
import { categoryOf, type Category, type StreamId } from '../../kernel/ids.js';
import { Fenced, Lease } from './lease.js';
import { ParkedStreams } from './parked-streams.js';
import { replaceRows, type StreamKey, type Table } from './table.js';
import { inTransaction } from './transaction.js';

/** How many events one transaction takes at most, unless told otherwise. */
const BATCH = 200;

/** How long another holder's lease is waited for before asking again, and how often an own one is renewed; milliseconds of real time. */
const [RETRY, RENEW] = [1_000, 3_000];

type Around = Readonly<{
  store: EventStore;
  pool: pg.Pool;
  batch?: number;
  onFault?: (fault: ProjectionFault) => void;
  /** Told of what failed and is tried again, such as a lost connection. */
  onError?: (error: unknown) => void;
}>;

/** What an operator is told: which stream of which projection stands still, and at which event. Never what is in it. */
export type ProjectionFault = Readonly<{ projection: string; streamId: string; eventId: string; fault: string }>;

/**
 * Keeps one projection level with the log. For each batch the streams that it touches are read and folded anew, up to the
 * batch's end; rows and checkpoint change in one transaction, fenced by the lease. Whoever lost the lease waits for it again.
 * A stream that cannot be folded is parked with the rows from before its poison, and tried again whenever it gets an event and at
 * each start; every other stream goes on.
 */
export class ProjectionRunner<Row, T extends EventName> implements Loop {
  readonly name: string;
  stopped = false;
  private readonly lease: Lease;
  private readonly parkedStreams: ParkedStreams;
  private readonly categories: ReadonlySet<Category>;
  private position: Position | null = null;
  /** Null while another process writes. */
  private subscription: Subscription | null = null;
  private renewing: NodeJS.Timeout | undefined;
  private waiting: NodeJS.Timeout | undefined;
  private ended: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly around: Around,
    private readonly projection: AnyProjection<Row, T>,
    private readonly table: Table<Row>,
  ) {
    this.name = projection.name;
    this.categories = categoriesHeard(projection);
    this.lease = new Lease(around.pool, projection);
    this.parkedStreams = new ParkedStreams(around.pool, projection.name);
  }

  /** Starts as soon as the lease is free; streams that were parked are tried again first. */
  async start(): Promise<void> {
    const taken = await this.lease.take();
    if (!taken) return this.startLater();

    this.position = taken.position;
    if (taken.position !== null) await this.rewrite(await this.parkedStreams.all(), taken.position);
    if (this.stopped) return;

    this.renewing = setInterval(() => void this.renew(), RENEW);
    this.subscription = this.around.store.subscribe({
      name: this.name,
      after: taken.position,
      batch: this.around.batch ?? BATCH,
      handle: (events) => this.handle(events),
      onError: this.around.onError,
    });
  }

  /** That of the rows, also where another process writes them. */
  passed(): Promise<Position | null> {
    return this.subscription ? Promise.resolve(this.position) : this.lease.reached();
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
    clearTimeout(this.waiting);
    this.pause();
    await this.ended;
    await this.lease.release();
  }

  private startLater(): void {
    if (this.stopped) return;
    this.waiting = setTimeout(() => {
      this.ended = this.ended.then(() => this.start()).catch(() => this.startLater());
    }, RETRY);
  }

  /** Ends what this process writes; `ended` resolves when it has. */
  private pause(): void {
    clearInterval(this.renewing);
    const { subscription } = this;
    this.subscription = null;
    if (subscription) this.ended = subscription.stop();
  }

  /** A renewal that fails says nothing; the next one, or the next batch, will tell. */
  private async renew(): Promise<void> {
    const isHeld = await this.lease.renew().catch(() => true);
    if (!isHeld) this.giveWay();
  }

  /** Another process writes now. What was read for it is not lost: it stands in the log, after the checkpoint. */
  private giveWay(): void {
    if (!this.subscription) return;
    this.pause();
    this.startLater();
  }

  private async handle(events: readonly StoredEvent[]): Promise<void> {
    if (!this.subscription) return;
    const last = events[events.length - 1].position;
    try {
      const touched = touchedBy(events.filter(({ streamId }) => this.listensTo(streamId)));
      if (touched.length > 0) await this.rewrite(touched, last);
      else await this.lease.moveTo(this.around.pool, last);
      this.position = last;
    } catch (error) {
      if (!(error instanceof Fenced)) throw error;
      this.giveWay();
    }
  }

  /** Folds these streams as they are at a position, and writes their rows and that position as the checkpoint. */
  private async rewrite(streams: readonly StreamKey[], upTo: Position): Promise<void> {
    const folded = await Promise.all(streams.map((stream) => this.fold(stream, upTo)));
    const parked = folded.flatMap(({ stream, poison }) => (poison ? [{ stream, ...poison }] : []));

    await inTransaction(this.around.pool, async (client) => {
      await replaceRows(client, this.table, { streams, rows: folded.flatMap(({ rows }) => rows) });
      await this.parkedStreams.set(client, { streams, parked });
      await this.lease.moveTo(client, upTo);
    });
    for (const { stream, eventId, fault } of parked)
      this.around.onFault?.({ projection: this.name, streamId: stream.streamId, eventId, fault });
  }

  /** Whether streams of this kind have any event that changes a row; of the others only the checkpoint tells that they were passed. */
  private listensTo(streamId: StreamId): boolean {
    return this.categories.has(categoryOf(streamId));
  }

  private async fold(stream: StreamKey, upTo: Position): Promise<Folded<Row>> {
    const stored = await this.around.store.readStream(stream.tenant, stream.streamId);
    const { rows, poison } = rowsUntilPoison(
      this.projection,
      stored.filter(({ position }) => position <= upTo),
    );
    return { stream, rows, poison };
  }
}

type Folded<Row> = Readonly<{ stream: StreamKey; rows: readonly Row[]; poison: Poison | null }>;

function touchedBy(events: readonly StoredEvent[]): readonly StreamKey[] {
  const streams = events.map(({ tenant, streamId }) => [streamId, { tenant, streamId }] as const);
  return [...new Map(streams).values()];
}
