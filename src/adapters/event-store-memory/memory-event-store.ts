import { randomUUID } from 'node:crypto';
import { pendingEvents } from '../../application/event-bytes.js';
import type { Clock } from '../../application/ports/clock.js';
import {
  StoreUnavailable,
  type Append,
  type AppendOutcome,
  type EventStore,
  type Position,
  type ReadAll,
  type ReadStream,
  type StoredEvent,
  type Subscribe,
  type Subscription,
} from '../../application/ports/event-store.js';
import { handedOut, SubscriptionLoop } from '../../application/subscription-loop.js';
import { addMicroseconds } from '../../kernel/days.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import { MemoryLog, ordinalOf, storedEvent, type Row } from './memory-log.js';

/** How far the log may be ahead of the clock, in microseconds, before appends stop. */
const LEAD_LIMIT = 5_000_000;

const POLL_MS = 60_000; // every append wakes every subscription, so this is only a second line

/** What a memory store is made with; all but the clock may be left out. */
export type MemoryStoreOptions = Readonly<{
  clock: Clock;
  storeId?: string;
  /** How many keys a decision has claimed now; without it, none. */
  claimed?: (tenant: TenantId, decision: string) => number;
  /** Whether an append wakes the subscriptions; without it, they wait for `wake` or the next poll. */
  notifies?: boolean;
}>;

/** The log in memory, for specs: the verdicts, bytes, links and orders of a real store, and nothing that outlives the process. */
export class MemoryEventStore implements EventStore {
  readonly storeId: string;
  readonly simulated: boolean;
  private readonly log: MemoryLog;
  private readonly subscriptions = new Set<SubscriptionLoop>();
  private closedForCopying = false;
  private ended = false;

  constructor(private readonly options: MemoryStoreOptions) {
    this.storeId = options.storeId ?? randomUUID();
    this.simulated = options.clock.simulated;
    this.log = new MemoryLog(options.claimed ?? (() => 0));
  }

  async append(append: Append): Promise<AppendOutcome> {
    const pending = pendingEvents(append);
    const now = await this.options.clock.now();

    // From here to the answer nothing is awaited: that is this store's lock.
    if (this.ended) throw new StoreUnavailable('the store is shut down');
    if (this.closedForCopying) return { kind: 'closed' };
    const last = this.log.lastRow();
    if (last && last.recordedAt > addMicroseconds(now, LEAD_LIMIT)) throw new StoreUnavailable('the clock is behind the log');

    const outcome = this.log.append(append, pending, now);
    if (outcome.kind === 'stored' && this.options.notifies !== false) this.wakeAll();
    return outcome;
  }

  readStream(
    tenant: TenantId,
    streamId: StreamId,
    { after, backwards, limit }: ReadStream = {},
  ): Promise<readonly StoredEvent[]> {
    const stream = this.log.streamOf(tenant, streamId);
    return Promise.resolve(cut(stream, { after, backwards }).slice(0, limit).map(storedEvent));
  }

  async readAll({ after, backwards, tenant, types, limit }: ReadAll): Promise<readonly StoredEvent[]> {
    const asked = (row: Row) => (tenant === undefined || row.tenant === tenant) && (!types || types.includes(row.type));
    const found: StoredEvent[] = [];
    for (const row of cut(this.log.rows, { after: after === undefined ? undefined : ordinalOf(after), backwards })) {
      if (found.length >= limit) break;
      if (asked(row)) found.push(storedEvent(row));
    }
    return Promise.resolve(found);
  }

  lastPosition(tenant?: TenantId): Promise<Position | null> {
    return Promise.resolve(this.log.lastRow(tenant)?.position ?? null);
  }

  subscribe(options: Subscribe): Subscription {
    const read = (after: Position | null, limit: number) => this.readAll({ after: after ?? undefined, limit });
    const loop = new SubscriptionLoop({ read, pollMs: POLL_MS }, options);
    this.subscriptions.add(loop);
    return handedOut(loop, () => this.subscriptions.delete(loop));
  }

  /** Whether the event at this version was stored by this decision; what claimed keys for it asks before it lets go of them. */
  holdsDecision({
    tenant,
    streamId,
    version,
    decision,
  }: Readonly<Pick<Row, 'tenant' | 'streamId' | 'version' | 'decision'>>): boolean {
    return this.log.streamOf(tenant, streamId)[version - 1]?.decision === decision;
  }

  /** From now on every append answers `closed`. */
  closeForCopying(): void {
    this.closedForCopying = true;
  }

  async close(): Promise<void> {
    this.ended = true;
    await Promise.all([...this.subscriptions].map((loop) => loop.stop()));
  }

  private wakeAll(): void {
    for (const loop of this.subscriptions) loop.wake();
  }
}

/** The n-th row has the ordinal n; `after` is exclusive in both directions. */
function cut(rows: readonly Row[], { after, backwards }: Pick<ReadStream, 'after' | 'backwards'>): readonly Row[] {
  return backwards ? rows.slice(0, after === undefined ? rows.length : Math.max(0, after - 1)).reverse() : rows.slice(after ?? 0);
}
