import type { Position, StoredEvent } from '../../application/ports/event-store.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';

type Events = readonly StoredEvent[];
type ByStream = ReadonlyMap<StreamId, Events>;

/** How the log is read once what is asked for was gathered. */
export type Reads = Readonly<{
  streams(tenant: TenantId, streams: readonly StreamId[]): Promise<ByStream>;
  all(after: Position | null, limit: number): Promise<Events>;
}>;

/**
 * What several ask for at once is read once: projections fold the same streams, and subscriptions that are level with the log look
 * for what follows one place. Each read begins only after the last who joined it had asked, so nobody is answered from before.
 */
export class GatheredReads {
  private readonly streams = new Map<TenantId, Gathered<StreamId, ByStream>>();
  private readonly places = new Map<string, Promise<Events>>();

  constructor(private readonly reads: Reads) {}

  /** A whole stream. */
  async stream(tenant: TenantId, streamId: StreamId): Promise<Events> {
    const gathered = this.streams.get(tenant) ?? this.gather(tenant);
    gathered.asked.add(streamId);
    return (await gathered.answer).get(streamId) ?? [];
  }

  /** What follows a place in the log of all tenants. */
  after(after: Position | null, limit: number): Promise<Events> {
    const place = `${limit} after ${after ?? 'nothing'}`;
    return this.places.get(place) ?? this.look(place, () => this.reads.all(after, limit));
  }

  private gather(tenant: TenantId): Gathered<StreamId, ByStream> {
    const asked = new Set<StreamId>();
    const answer = afterThisTurn().then(() => {
      this.streams.delete(tenant);
      return this.reads.streams(tenant, [...asked]);
    });
    const gathered = { asked, answer };
    this.streams.set(tenant, gathered);
    return gathered;
  }

  private look(place: string, read: () => Promise<Events>): Promise<Events> {
    const answer = afterThisTurn().then(() => {
      this.places.delete(place);
      return read();
    });
    this.places.set(place, answer);
    return answer;
  }
}

type Gathered<K, T> = Readonly<{ asked: Set<K>; answer: Promise<T> }>;

/** Once everything that is ready to run now has run. */
const afterThisTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
