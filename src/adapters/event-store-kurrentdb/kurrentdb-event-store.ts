import type { Credentials, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
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
import type { StreamId, TenantId } from '../../kernel/ids.js';
import type { Connections } from '../connections.js';
import { AllReads } from './all-reads.js';
import { Appender, type Guard } from './appender.js';
import { isOfTheServer } from './failures.js';
import type { NameSpace } from './names.js';
import { Reader } from './reader.js';
import { SealedReads } from './sealed-reads.js';
import { SealedTail, type TailOptions } from './sealed-tail.js';
import { Sealer, type SealerOptions } from './sealer.js';
import { SealerLease } from './sealer-lease.js';
import { Seals } from './seals.js';
import { StreamReads } from './stream-reads.js';
import { toldOnce, type HearsStrangers } from './strangers.js';
import { Writer } from './writer.js';

/** What a store on KurrentDB is made of. The client is ended by who made it, after the store. */
export type KurrentDbParts = Readonly<{
  client: KurrentDBClient;
  /** Makes one like it, where the first has lost the way to whom it reads from; the store ends it. */
  another?: () => KurrentDBClient;
  credentials?: Credentials;
  names: NameSpace;
  storeId: string;
  clock: Clock;
  guard: Guard;
  /** PostgreSQL, which keeps the seals for reads. */
  connections: Pick<Connections, 'reader' | 'writer'>;
}>;

/** Milliseconds are of real time. Every field has a default that suits production. */
export type KurrentDbStoreOptions = Readonly<{
  answerWithinMs: number;
  connectWithinMs: number;
  patienceMs: number;
  firstPauseMs: number;
  longestPauseMs: number;
  heads: number;
  /** Whether this process seals when it is its turn, and how long a turn lasts. */
  seals: boolean;
  leaseMs: number;
  /** How long a read of the log, and a look of a subscription, wait for seals. */
  sealedWithinMs: number;
  /** How many events are kept for subscriptions that are level with the log, and how many are sealed at once. */
  window: number;
  batch: number;
  /** About how many events a process holds back at most while nobody seals them. */
  holds: number;
  pollMs: number;
  /** How long a subscription lets events gather while they keep coming and nobody waits for them. */
  paceMs: number;
  /** Whether subscriptions are woken when more may be handed out. */
  notifies: boolean;
  readers: number;
  writers: number;
  /** Hears of each stream in which something stands that this store did not write, and passes over. */
  onStranger: HearsStrangers;
  /** Hears of everything after which this store tries again by itself. */
  onError(error: unknown): void;
}>;

const DEFAULTS: KurrentDbStoreOptions = {
  answerWithinMs: 20_000,
  connectWithinMs: 5_000,
  patienceMs: 10_000,
  firstPauseMs: 20,
  longestPauseMs: 1_000,
  heads: 10_000,
  seals: true,
  leaseMs: 3_000,
  sealedWithinMs: 2_000,
  window: 5_000,
  batch: 500,
  holds: 20_000,
  pollMs: 1_000,
  paceMs: 100,
  notifies: true,
  readers: 4,
  writers: 3,
  onStranger: () => undefined,
  onError: () => undefined,
};

/** The log on KurrentDB: one appender, one follower of the whole log that seals and hands out, and seals in PostgreSQL beside it. */
export class KurrentDbEventStore implements EventStore {
  readonly storeId: string;
  readonly simulated: boolean;
  private readonly options: KurrentDbStoreOptions;
  private readonly pools: Pools;
  private readonly reader: Reader;
  private readonly writer: Writer;
  private readonly appender: Appender;
  private readonly reads: SealedReads;
  private readonly follow: () => SealedTail;
  private tail: SealedTail | undefined;
  private readonly loops = new Set<SubscriptionLoop>();
  /** The place of the last event that this process appended. */
  private acknowledged = '' as Position;
  private closed: Promise<void> | undefined;

  constructor(parts: KurrentDbParts, options: Partial<KurrentDbStoreOptions> = {}) {
    this.options = { ...DEFAULTS, ...options };
    this.storeId = parts.storeId;
    this.simulated = parts.clock.simulated;
    this.pools = poolsOf(parts.connections, this.options);

    this.reader = new Reader(parts.client, parts.another);
    this.writer = new Writer({ ...this.options, ...parts });
    const common = {
      ...this.options,
      ...parts,
      reader: this.reader,
      writer: this.writer,
      stranger: toldOnce(this.options.onStranger),
    };
    const seals = new Seals(this.pools);
    const streams = new StreamReads(common);
    const all = new AllReads(common);
    const news = () => this.loops.forEach((loop) => this.options.notifies && loop.tell());
    this.appender = new Appender({ ...common, reads: streams });
    this.reads = new SealedReads({ streams, all, seals, patienceMs: this.options.sealedWithinMs, moreSealed: this.moreSealed });
    this.follow = () =>
      new SealedTail({ ...common, reads: all, seals, news, ...sealingOf({ ...common, pool: this.pools.writer }) });
    if (this.options.seals) this.tail = this.follow();
  }

  async append(append: Append): Promise<AppendOutcome> {
    const outcome = await this.appender.append(append);
    if (outcome.kind === 'stored' && outcome.position > this.acknowledged) this.acknowledged = outcome.position;
    return outcome;
  }

  readStream(tenant: TenantId, streamId: StreamId, options?: ReadStream): Promise<readonly StoredEvent[]> {
    return answered(this.reads.stream(tenant, streamId, options));
  }

  readAll(options: ReadAll): Promise<readonly StoredEvent[]> {
    return answered(this.reads.all(options));
  }

  lastPosition(tenant?: TenantId): Promise<Position | null> {
    return answered(this.reads.lastPosition(tenant));
  }

  subscribe(options: Subscribe): Subscription {
    const tail = (this.tail ??= this.follow());
    const read = (after: Position | null, limit: number) => this.look(tail, after, limit);
    const { pollMs, paceMs } = this.options;
    const loop = new SubscriptionLoop({ read, pollMs, paceMs }, options);
    this.loops.add(loop);
    return handedOut(loop, () => this.loops.delete(loop));
  }

  /** Lets each subscription finish its call, stops following the log, and ends the connections to PostgreSQL. */
  close(): Promise<void> {
    return (this.closed ??= this.end());
  }

  /**
   * What follows a place and may be handed out. Who is level with the log looks just after an append of this process, often before
   * that is sealed: then this waits for it.
   */
  private async look(tail: SealedTail, after: Position | null, limit: number): Promise<readonly StoredEvent[]> {
    const kept = tail.window.after(after, limit);
    if (kept?.length) return kept;
    if (kept) await tail.reaches(this.acknowledged, this.options.sealedWithinMs);
    return tail.window.after(after, limit) ?? this.reads.sealedAfter(after, limit);
  }

  private readonly moreSealed = (withinMs: number): Promise<void> => this.tail?.news(withinMs) ?? pause(withinMs);

  private async end(): Promise<void> {
    this.appender.close();
    const loops = [...this.loops].map((loop) => loop.stop());
    await this.tail?.stop();
    await Promise.all(loops);
    await Promise.all([this.pools.reader.end(), this.pools.writer.end(), this.reader.end(), this.writer.end()]);
  }
}

/** What a question is answered; of a server that cannot be asked it hears as of any other store. Errors: throws `StoreUnavailable`. */
async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!isOfTheServer(error)) throw error;
    throw new StoreUnavailable('KurrentDB cannot be asked', { cause: error });
  }
}

type Pools = Readonly<{ reader: pg.Pool; writer: pg.Pool }>;

/** What the writer loses of seals when PostgreSQL dies is read again from their streams, so no commit waits for the disk. */
const UNHURRIED = '-c synchronous_commit=off';

function poolsOf({ reader, writer }: KurrentDbParts['connections'], options: KurrentDbStoreOptions): Pools {
  const common = { connectionTimeoutMillis: options.connectWithinMs };
  const pools = {
    reader: new pg.Pool({ ...reader, ...common, max: options.readers }),
    writer: new pg.Pool({ ...writer, ...common, max: options.writers, options: UNHURRIED }),
  };
  for (const pool of Object.values(pools)) pool.on('error', options.onError); // an idle connection that was lost
  return pools;
}

type SealingParts = SealerOptions & Pick<KurrentDbStoreOptions, 'seals' | 'leaseMs'> & Readonly<{ pool: pg.Pool }>;

function sealingOf({ seals, leaseMs, pool, ...parts }: SealingParts): Pick<TailOptions, 'sealing'> {
  return seals ? { sealing: { sealer: new Sealer(parts), lease: new SealerLease(pool, leaseMs) } } : {};
}
