import type { Position, StoredEvent, Subscription } from '../../application/ports/event-store.js';
import { unlessFenced } from '../../application/ports/fenced.js';
import { FAILING_AFTER, type Loop, type Parked } from '../../application/ports/loops.js';
import type { AnyProjection } from '../../read-models/projection.js';
import type { EventName } from '../../read-models/vocabularies.js';
import { reachedBy, removeRetired } from './builds.js';
import { Lease, type Taken } from './lease.js';
import { parkedIn, parkedInBuild } from './parked-streams.js';
import { Rebuild, whileRenewed } from './rebuild.js';
import { RowWriter, type Around } from './row-writer.js';
import { SwapRefused } from './swap.js';
import type { Table } from './table.js';

/** How many events one transaction takes at most, unless told otherwise. */
const BATCH = 200;

/** How long another holder's lease is waited for before asking again, and how often an own one is renewed; milliseconds of real time. */
const [RETRY, RENEW] = [1_000, 3_000];

/** How long after a swap that was refused all is made again, as an event since then may have mended it; milliseconds of real time. */
const REFUSED_RETRY = 600_000;

type Options = Around &
  Readonly<{
    batch?: number;
    /** What PostgreSQL calls the log that is read here. */
    log?: string;
    /** Told of what failed and is tried again, such as a lost connection, and of a build that could not take the place of the live one. */
    onError?: (error: unknown) => void;
  }>;

/**
 * Keeps one projection level with the log. For each batch the streams that it touches are read and folded anew, up to the
 * batch's end; rows and checkpoint change in one transaction, fenced by the lease. Whoever lost the lease waits for it again.
 * A stream that cannot be folded is parked with the rows from before its poison, and tried again whenever it gets an event and at
 * each start; every other stream goes on.
 * Where readers do not see a build of this version yet, one is made beside what they see, and takes its place once it is level.
 */
export class ProjectionRunner<Row, T extends EventName> implements Loop {
  readonly name: string;
  stopped = false;
  private readonly lease: Lease;
  private readonly writer: RowWriter<Row, T>;
  private position: Position | null = null;
  /** Null while another process writes, and while a build is made that readers do not see. */
  private subscription: Subscription | null = null;
  /** Builds that failed, one after the other. */
  private failures = 0;
  private renewing: NodeJS.Timeout | undefined;
  private waiting: NodeJS.Timeout | undefined;
  private ended: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: Options,
    private readonly projection: AnyProjection<Row, T>,
    private readonly table: Table<Row>,
  ) {
    this.name = projection.name;
    this.lease = new Lease(options.pool, projection, { log: options.log });
    this.writer = new RowWriter(options, { projection, table }, this.lease);
  }

  /** Starts as soon as the lease is free; streams that were parked are tried again first. A build is made in the background. */
  async start(): Promise<void> {
    const taken = await this.lease.take();
    if (this.stopped) return;
    if (!taken) return this.startLater(RETRY);
    if (!taken.live) this.ended = this.build(taken);
    else if (await unlessFenced(this.follow(taken.position))) this.ended = this.removeRetired();
    else this.startLater(RETRY);
  }

  get failing(): boolean {
    return (this.subscription?.failures ?? this.failures) >= FAILING_AFTER;
  }

  /** That of the rows, also where another process writes them. */
  passed(): Promise<Position | null> {
    return this.subscription ? Promise.resolve(this.position) : reachedBy(this.options.pool, this.name);
  }

  async parked(): Promise<readonly Parked[]> {
    const parked = await parkedIn(this.options.pool, this.name);
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

  private async follow(position: Position | null): Promise<void> {
    this.position = position;
    const parked = position === null ? [] : await parkedInBuild(this.options.pool, this.lease);
    if (position !== null) await this.writer.write(parked, { upTo: position, checkpoint: position });
    if (this.stopped) return;

    this.renewing = setInterval(() => void this.renew(), RENEW);
    this.subscription = this.options.store.subscribe({
      name: this.name,
      after: position,
      batch: this.options.batch ?? BATCH,
      handle: (events) => this.handle(events),
      onError: this.options.onError,
    });
  }

  /** Makes what readers are to see, and follows the log from there; whatever ends it early, it is gone on with later. */
  private async build(taken: Taken): Promise<void> {
    const building = { ...this.options, lease: this.lease, isStopped: () => this.stopped };
    const rebuild = new Rebuild(building, { projection: this.projection, table: this.table });
    try {
      const live = await whileRenewed(this.lease, async () => rebuild.goLive(await rebuild.resumesAt(taken)));
      this.failures = 0;
      await this.follow(live.position);
      await this.removeRetired();
    } catch (error) {
      if (this.stopped) return;
      this.failures += 1;
      this.options.onError?.(error);
      if (!this.subscription) this.startLater(error instanceof SwapRefused ? REFUSED_RETRY : RETRY);
    }
  }

  /** What cannot be removed now is removed at the next start. */
  private async removeRetired(): Promise<void> {
    const removing = { pool: this.options.pool, isStopped: () => this.stopped };
    await removeRetired(removing, this.projection, this.table).catch((error: unknown) => this.options.onError?.(error));
  }

  private startLater(ms: number): void {
    if (this.stopped) return;
    this.waiting = setTimeout(() => {
      this.ended = this.ended.then(() => this.start()).catch(() => this.startLater(RETRY));
    }, ms);
  }

  /** Ends what this process writes; `ended` resolves when it has. */
  private pause(): void {
    clearInterval(this.renewing);
    const { subscription } = this;
    this.subscription = null;
    if (subscription) this.ended = Promise.all([this.ended, subscription.stop()]);
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
    this.startLater(RETRY);
  }

  private async handle(events: readonly StoredEvent[]): Promise<void> {
    if (!this.subscription) return;
    const last = events[events.length - 1].position;
    const written = this.writer.write(this.writer.touchedBy(events), { upTo: last, checkpoint: last });
    if (await unlessFenced(written)) this.position = last;
    else this.giveWay();
  }
}
