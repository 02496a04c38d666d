import type pg from 'pg';
import type { EventStore, Position, StoredEvent } from '../../application/ports/event-store.js';
import { categoryOf, type Category } from '../../kernel/ids.js';
import { categoriesHeard, rowsUntilPoison, type AnyProjection, type Poison } from '../../read-models/projection.js';
import type { EventName } from '../../read-models/vocabularies.js';
import type { Lease } from './lease.js';
import { park } from './parked-streams.js';
import { replaceRows, type StreamKey, type Table } from './table.js';
import { inTransaction } from './transaction.js';

/** What an operator is told: which stream of which projection stands still, and at which event. Never what is in it. */
export type ProjectionFault = Readonly<{ projection: string; streamId: string; eventId: string; fault: string }>;

/** What whoever writes rows stands on. */
export type Around = Readonly<{
  store: EventStore;
  pool: pg.Pool;
  onFault?: (fault: ProjectionFault) => void;
}>;

/** Up to where of the log streams are folded, and how far the build has come with that. */
export type Place = Readonly<{ upTo: Position; checkpoint: Position }>;

type Folded<Row> = Readonly<{ stream: StreamKey; rows: readonly Row[]; poison: Poison | null }>;

/** Writes the rows of one build: those of a stream are folded from all of it, and change in one transaction with the checkpoint. */
export class RowWriter<Row, T extends EventName> {
  private readonly categories: ReadonlySet<Category>;

  constructor(
    private readonly around: Around,
    private readonly what: Readonly<{ projection: AnyProjection<Row, T>; table: Table<Row> }>,
    private readonly lease: Lease,
  ) {
    this.categories = categoriesHeard(what.projection);
  }

  /** The streams of these events that may have a row; of the others only the checkpoint tells that they were passed. */
  touchedBy(events: readonly StoredEvent[]): readonly StreamKey[] {
    const heard = events.filter(({ streamId }) => this.categories.has(categoryOf(streamId)));
    const streams = heard.map(({ tenant, streamId }) => [streamId, { tenant, streamId }] as const);
    return [...new Map(streams).values()];
  }

  /** Folds these streams and writes their rows with the checkpoint. Errors: throws `Fenced` when somebody else writes now. */
  async write(streams: readonly StreamKey[], { upTo, checkpoint }: Place): Promise<void> {
    if (streams.length === 0) return this.lease.moveTo(this.around.pool, checkpoint);
    const folded = await this.foldAll(streams, upTo);
    await inTransaction(this.around.pool, (client) => this.put(client, folded, checkpoint));
    this.tell(folded);
  }

  /** The same up to one place, within a transaction that does more. */
  async writeWithin(client: pg.ClientBase, streams: readonly StreamKey[], upTo: Position): Promise<void> {
    await this.put(client, await this.foldAll(streams, upTo), upTo);
  }

  /** The checkpoint first, and with it the build's own row: whoever writes or removes rows of a build holds that one, so none waits for another's rows. */
  private async put(client: pg.ClientBase, folded: readonly Folded<Row>[], checkpoint: Position): Promise<void> {
    await this.lease.moveTo(client, checkpoint);
    const streams = folded.map(({ stream }) => stream);
    await replaceRows(client, this.what.table, { build: this.lease.build, streams, rows: folded.flatMap(({ rows }) => rows) });
    await park(client, this.lease, { streams, parked: parkedAmong(folded) });
  }

  private tell(folded: readonly Folded<Row>[]): void {
    for (const { stream, eventId, fault } of parkedAmong(folded))
      this.around.onFault?.({ projection: this.what.projection.name, streamId: stream.streamId, eventId, fault });
  }

  private foldAll(streams: readonly StreamKey[], upTo: Position): Promise<readonly Folded<Row>[]> {
    return Promise.all(streams.map((stream) => this.fold(stream, upTo)));
  }

  private async fold(stream: StreamKey, upTo: Position): Promise<Folded<Row>> {
    const stored = await this.around.store.readStream(stream.tenant, stream.streamId);
    const { rows, poison } = rowsUntilPoison(
      this.what.projection,
      stored.filter(({ position }) => position <= upTo),
    );
    return { stream, rows, poison };
  }
}

function parkedAmong(folded: readonly Folded<unknown>[]): readonly (Poison & Readonly<{ stream: StreamKey }>)[] {
  return folded.flatMap(({ stream, poison }) => (poison ? [{ stream, ...poison }] : []));
}
