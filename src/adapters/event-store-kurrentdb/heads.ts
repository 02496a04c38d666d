import type { Instant } from '../../kernel/days.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';

/** The end of a stream as it was last known. `hash` is its link 1. */
export type Head = Readonly<{ tenant: TenantId; version: number; recordedAt: Instant; hash: Buffer }>;

/**
 * The ends of the streams that were used last, so many. An append may go by one, because the server compares the expected version
 * anyway; every refusal rests on a fresh read.
 */
export class Heads {
  private readonly known = new Map<StreamId, Head>();

  constructor(private readonly limit: number) {}

  get(streamId: StreamId): Head | undefined {
    return this.known.get(streamId);
  }

  /** Only from a read, or from an append whose stored bytes are known. */
  set(streamId: StreamId, head: Head): void {
    this.known.delete(streamId);
    this.known.set(streamId, head);
    if (this.known.size > this.limit) this.known.delete(this.known.keys().next().value!);
  }

  forget(streamId: StreamId): void {
    this.known.delete(streamId);
  }
}
