import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Login } from '../../../src/adapters/connections.js';
import type { KurrentDbStoreOptions } from '../../../src/adapters/event-store-kurrentdb/kurrentdb-event-store.js';
import { openKurrentDbStore, type OpenKurrentDb } from '../../../src/adapters/event-store-kurrentdb/open.js';
import { serverAddressFrom } from '../../../src/adapters/event-store-kurrentdb/server-address.js';
import { migrations } from '../../../src/adapters/event-store-kurrentdb/migrations.js';
import type { Append } from '../../../src/application/ports/event-store.js';
import type { Migration } from '../../../src/application/ports/migrations.js';
import { MemoryClock } from '../../harness/memory-clock.js';
import { freshPostgresStore, type PostgresStore } from '../../harness/postgres-store.js';
import { BEGINNING } from '../store-under-test.js';
import { KurrentDouble } from './double/kurrentdb-double.js';

/** A double, a database beside it, and what the program opens on the two, as often as asked. */
export type Beside = Readonly<{
  double: KurrentDouble;
  database: PostgresStore;
  superuser: pg.Client;
  poolOf(login: Login): pg.Pool;
  open(where?: Readonly<{ nameSpace?: string; url?: string; database?: PostgresStore }>): Promise<OpenKurrentDb>;
  /** Commits so many claimed keys of a decision, held for this append. */
  claimKeys(append: Append, decision: string, keys: number): Promise<void>;
  end(): Promise<void>;
}>;

/** Hasty, so that a lost answer is noticed within a test; the client's first read takes half a second. */
const HASTY: Partial<KurrentDbStoreOptions> = { answerWithinMs: 3_000, firstPauseMs: 10, longestPauseMs: 50, patienceMs: 2_000 };

export async function besidePostgres(more: readonly Migration[] = []): Promise<Beside> {
  const double = await KurrentDouble.start();
  const database = await freshPostgresStore({ simulated: true, migrations: [...migrations, ...more] });
  const superuser = new pg.Client(database.superuser);
  await superuser.connect();
  const opened: OpenKurrentDb[] = [];
  const pools: pg.Pool[] = [];
  const poolOf = (login: Login): pg.Pool => {
    const pool = new pg.Pool({ ...database.connections[login], max: 20 }).on('error', () => undefined);
    pools.push(pool);
    return pool;
  };

  return {
    double,
    database,
    superuser,
    poolOf,
    open: async ({ nameSpace = 'spec', url = double.url(), database: other = database } = {}) => {
      const server = serverAddressFrom(url)!;
      const place = { server, nameSpace, connections: other.connections, clockOf: () => new MemoryClock(BEGINNING) };
      const one = await openKurrentDbStore(place, HASTY);
      opened.push(one);
      return one;
    },
    claimKeys: async ({ tenant, streamId, expectedVersion }, decision, keys) => {
      const values = [tenant, streamId, expectedVersion, decision, keys, randomBytes(8)];
      await superuser.query(
        `insert into store.key_claim (tenant, kind, key, holder, decision, stream, expected_version)
         select $1, 'reference', $6::bytea || int4send(n), 'holder', $4, $2, $3 from generate_series(1, $5::int) n`,
        values,
      );
    },
    end: async () => {
      for (const { store, end } of opened) {
        await store.close();
        await end();
      }
      await Promise.all([superuser.end(), ...pools.map((pool) => pool.end())]);
      await Promise.all([double.end(), database.drop()]);
    },
  };
}
