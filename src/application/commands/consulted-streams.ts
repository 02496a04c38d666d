import { categoryOf, type Category, type StreamId, type TenantId } from '../../kernel/ids.js';
import type { EventStore, StoredEvent, Subscription } from '../ports/event-store.js';
import { RecentlyUsed } from '../recently-used.js';
import type { Look } from '../streams/stream-kind.js';

type Events = readonly StoredEvent[];
type Kept = Readonly<{ events: Events; version: number; bytes: number }>;

/** A stream that is being read, and the newest version of it that was told meanwhile. */
type Reading = { readonly key: string; told: number };

/** What decisions look into beside their own stream again and again, and what changes seldom. */
const CONSULTED: ReadonlySet<Category> = new Set(['programme', 'ruleset', 'candidate']);

/** How many bytes of JSON they may have together, by default. */
const CONSULTED_BYTES = 8 * 1024 * 1024;

/** How many events are passed at once. */
const BATCH = 500;

/**
 * The streams that commands consult and do not append to, remembered until the log says that they changed. Nothing guards what rests on
 * them, remembered or read: the log tells of a change as soon as it reaches this process, and what this process appends is told at once.
 * While the log cannot be followed nothing is remembered.
 *
 * Units: bytes of JSON text. Source: R-530, docs/rules.md.
 */
export class ConsultedStreams {
  /** Answers as the store does. */
  readonly look: Look;
  private readonly recent: RecentlyUsed<Kept>;
  private readonly reading = new Set<Reading>();
  private following: Subscription | null = null;
  private isLevel = false;

  constructor(
    private readonly store: EventStore,
    bytes = CONSULTED_BYTES,
  ) {
    this.recent = new RecentlyUsed(bytes, (kept) => kept.bytes);
    this.look = {
      readAll: (options) => store.readAll(options),
      readStream: (tenant, streamId, options) =>
        options || !CONSULTED.has(categoryOf(streamId))
          ? store.readStream(tenant, streamId, options)
          : this.whole(tenant, streamId),
    };
  }

  /** Follows the log from where it ends now; until then every stream is read. */
  async start(): Promise<void> {
    this.following = this.store.subscribe({
      name: 'consulted-streams',
      after: await this.store.lastPosition(),
      batch: BATCH,
      handle: (events) => Promise.resolve(this.passed(events)),
      onError: () => this.lost(),
    });
    this.isLevel = true;
  }

  async stop(): Promise<void> {
    this.lost();
    await this.following?.stop();
  }

  /** The stream has this version now. */
  changed(tenant: TenantId, streamId: StreamId, version: number): void {
    const key = keyOf(tenant, streamId);
    if ((this.recent.get(key)?.version ?? version) < version) this.recent.delete(key);
    for (const read of this.reading) if (read.key === key) read.told = Math.max(read.told, version);
  }

  private passed(events: Events): void {
    for (const { tenant, streamId, version } of events)
      if (CONSULTED.has(categoryOf(streamId))) this.changed(tenant, streamId, version);
    this.isLevel = true;
  }

  /** What happens from now on is told later; what is being read may be older than that. */
  private lost(): void {
    this.isLevel = false;
    this.recent.clear();
    for (const read of this.reading) read.told = Infinity;
  }

  private async whole(tenant: TenantId, streamId: StreamId): Promise<Events> {
    const key = keyOf(tenant, streamId);
    const known = this.recent.get(key);
    if (known) return known.events;

    const read: Reading = { key, told: this.isLevel ? 0 : Infinity };
    this.reading.add(read);
    try {
      const events = await this.store.readStream(tenant, streamId);
      const version = events.at(-1)?.version ?? 0;
      if (version >= read.told) this.recent.set(key, { events, version, bytes: JSON.stringify(events).length });
      return events;
    } finally {
      this.reading.delete(read);
    }
  }
}

const keyOf = (tenant: TenantId, streamId: StreamId): string => `${tenant} ${streamId}`;
