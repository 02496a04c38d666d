import type { StreamId, TenantId } from '../../kernel/ids.js';
import type { WrittenEvent } from '../event-bytes.js';
import { RecentlyUsed } from '../recently-used.js';

type Events = readonly WrittenEvent[];
type History = Readonly<{ events: Events; bytes: number }>;

/** How many bytes of JSON the histories may have together, by default; measured: 32,000 events of 519 bytes, in 19 MB of memory. */
export const HISTORIES_BYTES = 16 * 1024 * 1024;

/**
 * The whole histories of the streams that were used last, so that a command on one of them need not read it. They come only from a read,
 * or from an append whose stored bytes are known; the expected version of the append guards every acceptance that rests on them, and
 * nothing else may rest on them: before a refusal, a stale version and a repeat the stream is read.
 *
 * Units: bytes of JSON text. Source: R-530, docs/rules.md.
 */
export class RecentHistories {
  private readonly recent: RecentlyUsed<History>;

  constructor(bytes = HISTORIES_BYTES) {
    this.recent = new RecentlyUsed(bytes, (history) => history.bytes);
  }

  /** How many streams are remembered, and the bytes of their events. */
  get size(): Readonly<{ streams: number; bytes: number }> {
    const { values, weight } = this.recent.size;
    return { streams: values, bytes: weight };
  }

  get(tenant: TenantId, streamId: StreamId): Events | undefined {
    return this.recent.get(keyOf(tenant, streamId))?.events;
  }

  /** Everything that a stream held when it was read; what was known beyond that stays, as streams only grow. */
  read(tenant: TenantId, streamId: StreamId, events: Events): void {
    const known = this.get(tenant, streamId)?.length ?? 0;
    if (events.length > known) this.recent.set(keyOf(tenant, streamId), { events, bytes: bytesOf(events) });
  }

  /** What an append added to the history that it was decided on. */
  appended(tenant: TenantId, streamId: StreamId, { before, added }: Readonly<{ before: Events; added: Events }>): void {
    const known = this.recent.get(keyOf(tenant, streamId));
    if ((known?.events.length ?? 0) >= before.length + added.length) return;
    const bytes = (known?.events === before ? known.bytes : bytesOf(before)) + bytesOf(added);
    this.recent.set(keyOf(tenant, streamId), { events: [...before, ...added], bytes });
  }
}

const keyOf = (tenant: TenantId, streamId: StreamId): string => `${tenant} ${streamId}`;

const bytesOf = (events: Events): number => events.reduce((sum, event) => sum + JSON.stringify(event).length, 0);
