import type { Credentials } from '@kurrent/kurrentdb-client';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import type { Guard } from '../../../src/adapters/event-store-kurrentdb/appender.js';
import {
  KurrentDbEventStore,
  type KurrentDbStoreOptions,
} from '../../../src/adapters/event-store-kurrentdb/kurrentdb-event-store.js';
import { migrations } from '../../../src/adapters/event-store-kurrentdb/migrations.js';
import type { NameSpace } from '../../../src/adapters/event-store-kurrentdb/names.js';
import { eventually } from '../../harness/eventually.js';
import { MemoryClock } from '../../harness/memory-clock.js';
import { freshPostgresStore, type PostgresStore } from '../../harness/postgres-store.js';
import { BEGINNING, type MakeStore, type StoreUnderTest } from '../store-under-test.js';
import { someServer, unusedNames, type ServerUnderTest } from './server-under-test.js';

/** A database with what stands in it beside a log on KurrentDB. */
export const freshDatabaseBeside = (): Promise<PostgresStore> => freshPostgresStore({ simulated: true, migrations });

/** Says no to appends in memory, as PostgreSQL does beside a real store. */
export class MemoryGuard implements Guard {
  readonly claimed = new Map<string, number>();
  isClosed = false;

  holding: Guard['holding'] = ({ claims }, send) => {
    if (this.isClosed) return Promise.resolve({ kind: 'closed' });
    if (claims && (this.claimed.get(claims.decision) ?? 0) < claims.keys) return Promise.resolve({ kind: 'claims-missing' });
    return send();
  };
}

/** Hasty in everything, so that a spec sees soon what takes seconds in production. */
export const HASTY: Partial<KurrentDbStoreOptions> = { firstPauseMs: 5, longestPauseMs: 100, sealedWithinMs: 5_000 };

/** Where a store is to be opened. */
export type Place = Readonly<{ server: ServerUnderTest; names: NameSpace; database: PostgresStore; credentials?: Credentials }>;

export type OpenStore = ReturnType<typeof openStore>;

/** A process's own store, and client, in a place that it shares with others. */
export function openStore(place: Place, options: Partial<KurrentDbStoreOptions> = {}) {
  const client = KurrentDBClient.connectionString(place.server.url);
  const clock = new MemoryClock(BEGINNING);
  const guard = new MemoryGuard();
  const { connections } = place.database;
  const parts = { ...place, client, clock, guard, connections, storeId: randomUUID() };
  const store = new KurrentDbEventStore(parts, { ...HASTY, ...options });
  const close = async () => {
    await store.close();
    await client.dispose();
  };
  return { store, clock, guard, client, close };
}

/** Makes empty stores, each in a name space and a database of its own. */
export function kurrentDbStores(credentials?: Credentials): MakeStore {
  return async ({ wakeOnly = false } = {}): Promise<StoreUnderTest> => {
    const [server, database] = await Promise.all([someServer(), freshDatabaseBeside()]);
    const place = { server, database, names: unusedNames(), credentials };
    const { store, clock, guard, close } = openStore(place, wakeOnly ? { notifies: false, pollMs: 600_000 } : {});
    return {
      store,
      clock,
      claimKeys: (_, decision, keys) => Promise.resolve(void guard.claimed.set(decision, keys)),
      closeForCopying: () => Promise.resolve(void (guard.isClosed = true)),
      sealed: () =>
        eventually(
          'everything sealed',
          async () => (await store.readAll({ backwards: true, limit: 1 }))[0]?.sealedAt !== undefined,
        ),
      end: async () => {
        await close();
        await Promise.all([database.drop(), server.end()]);
      },
    };
  };
}
