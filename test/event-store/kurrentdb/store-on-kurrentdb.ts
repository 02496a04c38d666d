import type { Credentials } from '@kurrent/kurrentdb-client';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Guard } from '../../../src/adapters/event-store-kurrentdb/appender.js';
import {
  KurrentDbEventStore,
  type KurrentDbStoreOptions,
} from '../../../src/adapters/event-store-kurrentdb/kurrentdb-event-store.js';
import { connectTo } from '../../../src/adapters/event-store-kurrentdb/connect.js';
import { migrations } from '../../../src/adapters/event-store-kurrentdb/migrations.js';
import { logOf, NameSpace } from '../../../src/adapters/event-store-kurrentdb/names.js';
import { openKurrentDbStore } from '../../../src/adapters/event-store-kurrentdb/open.js';
import { serverAddressFrom, type ServerCredentials } from '../../../src/adapters/event-store-kurrentdb/server-address.js';
import { PostgresSimulatedClock } from '../../../src/adapters/event-store-postgres/clock.js';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import { eventually } from '../../harness/eventually.js';
import { MemoryClock } from '../../harness/memory-clock.js';
import { freshPostgresStore, type PostgresStore } from '../../harness/postgres-store.js';
import type { Asked } from './double/log.js';
import { BEGINNING, type MakeStore, type StoreUnderTest } from '../store-under-test.js';
import { someServer, unusedNames, type ServerUnderTest } from './server-under-test.js';

/** A database with what stands in it beside a log on KurrentDB. */
export const freshDatabaseBeside = (): Promise<PostgresStore> => freshPostgresStore({ simulated: true, migrations });

/** Lets every append through; what PostgreSQL says no to has specs of its own. */
export const OPEN: Guard = { holding: (_, send) => send() };

/** Hasty in everything, so that a spec sees soon what takes seconds in production. */
export const HASTY: Partial<KurrentDbStoreOptions> = { firstPauseMs: 5, longestPauseMs: 100, sealedWithinMs: 5_000 };

/** Where a store is to be opened. */
export type Place = Readonly<{ server: ServerUnderTest; names: NameSpace; database: PostgresStore; credentials?: Credentials }>;

export type OpenStore = ReturnType<typeof openStore>;

/** A process's own store, and client, in a place that it shares with others. */
export function openStore(place: Place, options: Partial<KurrentDbStoreOptions> = {}) {
  const another = () => connectTo(serverAddressFrom(place.server.url)!);
  const client = another();
  const clock = new MemoryClock(BEGINNING);
  const { connections } = place.database;
  const parts = { ...place, client, another, clock, guard: OPEN, connections, storeId: randomUUID() };
  const store = new KurrentDbEventStore(parts, { ...HASTY, ...options });
  const close = async () => {
    await store.close();
    await client.dispose();
  };
  return { store, clock, client, close };
}

/** Makes empty stores as the program opens them, each in a name space and a database of its own, entered as whom the address says. */
export function kurrentDbStores(credentials?: ServerCredentials, hearAppends?: (asked: Asked) => void): MakeStore {
  return async ({ wakeOnly = false } = {}): Promise<StoreUnderTest> => {
    const [server, database] = await Promise.all([someServer(hearAppends), freshDatabaseBeside()]);
    const { connections } = database;
    const writer = new pg.Pool({ ...connections.writer, max: 2 });
    const owner = new pg.Pool({ ...connections.owner, max: 1 });
    for (const pool of [writer, owner]) pool.on('error', () => undefined);
    const clock = new PostgresSimulatedClock(writer);
    await clock.moveTo(BEGINNING);
    const address = serverAddressFrom(server.url)!;
    const [{ name }, entered] = [unusedNames(), { ...address, credentials: address.credentials ?? credentials ?? null }];
    const options = { ...HASTY, ...(wakeOnly ? { notifies: false, pollMs: 600_000 } : {}) };
    const { store, end } = await openKurrentDbStore(
      { server: entered, nameSpace: name, connections, clockOf: () => clock },
      options,
    );

    return {
      store,
      clock,
      claimKeys: async ({ tenant, streamId, expectedVersion }, decision, keys) => {
        const values = [tenant, streamId, expectedVersion, decision, keys, randomBytes(8)];
        await writer.query(
          `insert into store.key_claim (tenant, kind, key, holder, decision, stream, expected_version)
           select $1, 'reference', $6::bytea || int4send(n), 'holder', $4, $2, $3 from generate_series(1, $5::int) n`,
          values,
        );
      },
      closeForCopying: async () => void (await owner.query('select store.close_log($1)', [logOf(new NameSpace(name))])),
      sealed: () => eventually('everything sealed', async () => isSealed(await store.readAll({ backwards: true, limit: 1 }))),
      end: async () => {
        await store.close();
        await Promise.all([end(), writer.end(), owner.end()]);
        await Promise.all([database.drop(), server.end()]);
      },
    };
  };
}

const isSealed = ([last]: readonly StoredEvent[]): boolean => last?.sealedAt !== undefined;
