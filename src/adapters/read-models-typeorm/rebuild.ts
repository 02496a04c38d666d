import { areOfOneKind, type Position, type StoredEvent } from '../../application/ports/event-store.js';
import type { StreamId } from '../../kernel/ids.js';
import type { AnyProjection } from '../../read-models/projection.js';
import type { EventName } from '../../read-models/vocabularies.js';
import { removeBuild, removeRetired } from './builds.js';
import { compared, type Compared } from './compared.js';
import type { Lease, Taken } from './lease.js';
import { parkedInBuild } from './parked-streams.js';
import { RowWriter, type Around } from './row-writer.js';
import { swapIn, type WentLive } from './swap.js';
import type { Table } from './table.js';

/** How many events are passed in one transaction: each of their streams is folded whole, once. */
const BATCH = 500;

/** How often the lease is renewed while nothing is written; milliseconds of real time. */
const RENEW = 3_000;

/** Whoever builds was told to stop, and left what it made for the next one to go on with. */
export class BuildStopped extends Error {
  override readonly name = 'BuildStopped';
}

/** How far a build has come of what it set out for. */
export type OnProgress = (at: Position, aim: Position) => void;

type Building = Around & Readonly<{ lease: Lease; isStopped?: () => boolean; onProgress?: OnProgress }>;

/**
 * Makes a build of a projection beside the one that readers see. Whoever makes it holds its lease; until `goLive` no reader sees any of it.
 */
export class Rebuild<Row, T extends EventName> {
  private readonly writer: RowWriter<Row, T>;

  constructor(
    private readonly building: Building,
    private readonly what: Readonly<{ projection: AnyProjection<Row, T>; table: Table<Row> }>,
  ) {
    this.writer = new RowWriter(building, what, building.lease);
  }

  /**
   * From where a build that was left is to be gone on with. One with parked streams begins again: whoever mended the fold may have changed
   * the rows of every stream. So does one that read another log, before a move.
   */
  async resumesAt({ position }: Taken): Promise<Position | null> {
    const end = position === null ? null : await this.building.store.lastPosition();
    if (position === null || end === null || !areOfOneKind(position, end)) return null;
    const parked = await parkedInBuild(this.building.pool, this.building.lease);
    return parked.length > 0 ? null : position;
  }

  /** Passes the log from a place to its end as it is now, and answers where that was. Errors: throws `BuildStopped` and `Fenced`. */
  async walk(from: Position | null): Promise<Position | null> {
    const aim = await this.building.store.lastPosition();
    if (aim === null) return from;

    const folded = new Set<StreamId>();
    let at = from;
    for (let events = await this.eventsAfter(at, aim); events.length > 0; events = await this.eventsAfter(at, aim)) {
      if (this.building.isStopped?.()) throw new BuildStopped(`the build of ${this.what.projection.name} was stopped`);
      at = events[events.length - 1].position;
      const streams = this.writer.touchedBy(events).filter(({ streamId }) => !folded.has(streamId));
      await this.writer.write(streams, { upTo: aim, checkpoint: at });
      for (const { streamId } of streams) folded.add(streamId);
      this.building.onProgress?.(at, aim);
    }
    return at;
  }

  /**
   * Walks to the log's end as often as it takes, and then shows the build to readers, in the place of the one before it.
   * Errors: throws `SwapRefused`, `BuildStopped` and `Fenced`.
   */
  async goLive(from: Position | null): Promise<WentLive> {
    const swapping = { ...this.building, writer: this.writer };
    for (let at = from; ;) {
      at = await this.walk(at);
      const live = await swapIn(swapping);
      if (live) return live;
    }
  }

  /** How its rows compare to those that readers see now; null where these are of another version, or there are none. */
  compared(): Promise<Compared | null> {
    return compared(this.building, this.what.table);
  }

  /** Removes what readers no longer see. */
  removeRetired(): Promise<void> {
    return removeRetired(this.building, this.what.projection, this.what.table);
  }

  /** Gives this build up. */
  discard(): Promise<void> {
    const { lease } = this.building;
    return removeBuild(this.building, { name: lease.projectionName, build: lease.build }, this.what.table);
  }

  private async eventsAfter(after: Position | null, aim: Position): Promise<readonly StoredEvent[]> {
    if (after !== null && after >= aim) return [];
    const events = await this.building.store.readAll({ ...(after === null ? {} : { after }), limit: BATCH });
    const unsealed = events.findIndex(({ sealedAt }) => sealedAt === undefined); // is not known yet: it comes once it is sealed
    return events.slice(0, unsealed < 0 ? events.length : unsealed).filter(({ position }) => position <= aim);
  }
}

/** Keeps a lease while something lasts that may write nothing for longer than the lease does. */
export async function whileRenewed<T>(lease: Lease, work: () => Promise<T>): Promise<T> {
  const renewing = setInterval(() => void lease.renew().catch(() => undefined), RENEW);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
  }
}
