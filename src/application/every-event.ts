import type { StreamId, TenantId } from '../kernel/ids.js';
import type { EventStore, Position, StoredEvent } from './ports/event-store.js';

/** Events that are read in one go. */
const PAGE = 500;

/** Every event of these types in a tenant's log by now, in its order, read page by page. */
export async function* everyEvent(
  store: Pick<EventStore, 'readAll'>,
  wanted: Readonly<{ tenant: TenantId; types: readonly string[] }>,
): AsyncGenerator<StoredEvent> {
  let after: Position | undefined;
  for (let found = PAGE; found === PAGE;) {
    const page = await store.readAll({ ...wanted, after, limit: PAGE });
    yield* page;
    after = page.at(-1)?.position;
    found = page.length;
  }
}

/** The streams of a tenant that have an event of one of these types, each once, in the order in which they first had one. */
export async function streamsWith(...asked: Parameters<typeof everyEvent>): Promise<readonly StreamId[]> {
  const found = new Set<StreamId>();
  for await (const { streamId } of everyEvent(...asked)) found.add(streamId);
  return [...found];
}
