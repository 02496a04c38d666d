import pg from 'pg';
import { PostgresCopyableLog } from '../../src/adapters/event-store-postgres/copyable-log.js';
import { openPostgresStore, type PostgresEventStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import type { EventStore } from '../../src/application/ports/event-store.js';
import type { TenantId } from '../../src/kernel/ids.js';
import { anAppend, events, newStream } from '../event-store/appends.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';

/** A store with its log as the copier sees it. */
export type Side = Readonly<{
  database: PostgresStore;
  store: PostgresEventStore;
  copier: pg.Pool;
  log: PostgresCopyableLog;
  end(): Promise<void>;
}>;

export async function aSide(): Promise<Side> {
  const database = await freshPostgresStore();
  const store = await openPostgresStore(database.connections);
  const copier = new pg.Pool({ ...database.connections.copier, max: 3 }).on('error', () => undefined);
  return {
    database,
    store,
    copier,
    log: new PostgresCopyableLog(copier),
    async end() {
      await store.close();
      await copier.end();
      await database.drop();
    },
  };
}

export const TENANTS = ['north', 'south'] as readonly string[] as readonly TenantId[];

/** So many appends of one to three events each, over streams of two tenants that grow in turn. */
export async function fill({ store }: Readonly<{ store: Pick<EventStore, 'append'> }>, appends: number): Promise<void> {
  const places = Array.from({ length: Math.ceil(appends / 5) }, (_, n) => ({
    streamId: newStream(),
    tenant: TENANTS[n % TENANTS.length],
    expectedVersion: 0,
  }));
  for (let n = 0; n < appends; n += 1) {
    const place = places[n % places.length];
    const outcome = await store.append(anAppend({ ...place, events: events(1 + (n % 3)) }));
    if (outcome.kind !== 'stored') throw new Error(`an append was answered ${outcome.kind}`);
    place.expectedVersion = outcome.version;
  }
}
