import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import pg from 'pg';
import { AllReads } from '../../src/adapters/event-store-kurrentdb/all-reads.js';
import { openKurrentDbStore } from '../../src/adapters/event-store-kurrentdb/open.js';
import { serverAddressFrom } from '../../src/adapters/event-store-kurrentdb/server-address.js';
import { verifyKurrentDb } from '../../src/adapters/event-store-kurrentdb/verify.js';
import { PostgresClock } from '../../src/adapters/event-store-postgres/clock.js';
import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { WHOLE, wholeLog } from '../attacks/whole-log.js';
import { figure } from '../attacks/windows.js';
import { someServer, unusedNames, type ServerUnderTest } from '../event-store/kurrentdb/server-under-test.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { Dice } from '../harness/dice.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { SEED } from '../harness/seed.js';
import { sql } from '../harness/sql.js';
import { copyingProcess, type CopyingPlace, type Death } from './copying-process.js';
import { fill } from './logs.js';

const KILLS = figure(2, 10);
/** So many that no copy is through before its death: one in a hundred milliseconds gets no further than this. */
const APPENDS = KILLS * 500;

let server: ServerUnderTest;
let database: TestDatabase;
let postgres: CopyingPlace;
let kurrentdb: CopyingPlace;
let events: number;
const names = unusedNames();
const dice = new Dice(SEED);

beforeAll(async () => {
  [server, database] = await Promise.all([someServer(), freshDatabase()]);
  await migrateAll(database.config, { simulated: false });
  const connections = connectionsTo(database.config);
  [postgres, kurrentdb] = [{ connections }, { connections, kurrentdb: { url: server.url, name: names.name } }];
  const store = await openPostgresStore(connections);
  await fill({ store }, APPENDS);
  await store.close();
  [{ events }] = await sql<{ events: number }>(database.config, 'select count(*)::int as events from store.es_event');
}, 120_000);
afterAll(async () => {
  await Promise.all([database.drop(), server.end()]);
});

async function verified() {
  const client = KurrentDBClient.connectionString(server.url);
  const reads = new AllReads({ client, names, answerWithinMs: 20_000 });
  const found = await verifyKurrentDb({ reads, names, progress: () => undefined });
  await client.dispose();
  return found;
}

/** The store is used for a while where its log is now. */
async function goOnThere(): Promise<void> {
  const { connections } = kurrentdb;
  const pool = new pg.Pool({ ...connections.writer, max: 1 });
  const place = { server: serverAddressFrom(server.url)!, nameSpace: names.name, connections };
  const { store, end } = await openKurrentDbStore({ ...place, clockOf: () => new PostgresClock(pool) });
  await fill({ store }, APPENDS / 2);
  await store.close();
  await Promise.all([end(), pool.end()]);
}

/** Half of them while it copies, half while it compares. */
const deaths = (): Death[] =>
  Array.from({ length: KILLS }, (_, n) => ({
    step: n < KILLS / 2 ? 'copied' : 'compared',
    times: dice.between(1, 2),
    ms: dice.between(0, 100),
  }));

describe('a copy between PostgreSQL and KurrentDB', () => {
  it(`is complete, verified and without a double after ${KILLS} kills at random (R-551, R-552)`, async () => {
    const reached: number[] = [];
    for (const death of deaths()) {
      expect(await copyingProcess({ from: postgres, to: kurrentdb }, death)).not.toContain('moved');
      reached.push((await verified()).events);
    }
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
    expect(reached[0]).toBeLessThan(events);

    expect(await copyingProcess({ from: postgres, to: kurrentdb })).toContain('moved');
    expect(await verified()).toMatchObject({ events, unsealed: 0, bad: null });
  }, 300_000);

  it(`comes back into the database that it left, with what came since, after ${KILLS} kills at random (R-551, R-552)`, async () => {
    await goOnThere();
    const all = (await verified()).events;
    expect(all).toBeGreaterThan(events);

    for (const death of deaths()) expect(await copyingProcess({ from: kurrentdb, to: postgres }, death)).not.toContain('moved');
    expect(await copyingProcess({ from: kurrentdb, to: postgres })).toContain('moved');
    expect(await wholeLog(database.config, [])).toMatchObject({ ...WHOLE, events: all });
  }, 300_000);
});
