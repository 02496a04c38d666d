import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import pg from 'pg';
import { AllReads } from '../../src/adapters/event-store-kurrentdb/all-reads.js';
import { KurrentDbEventStore } from '../../src/adapters/event-store-kurrentdb/kurrentdb-event-store.js';
import { openToCopy, type OpenCopyableLog } from '../../src/adapters/event-store-kurrentdb/open-to-copy.js';
import { verifyKurrentDb } from '../../src/adapters/event-store-kurrentdb/verify.js';
import { PostgresCopyableLog } from '../../src/adapters/event-store-postgres/copyable-log.js';
import { PostgresClock } from '../../src/adapters/event-store-postgres/clock.js';
import { openPostgresStore, type PostgresEventStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import type { Position } from '../../src/application/ports/event-store.js';
import { CopyRefused } from '../../src/composition/copy-refused.js';
import { copyStore, type Side } from '../../src/composition/copying.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { WHOLE, wholeLog } from '../attacks/whole-log.js';
import { someServer, unusedNames, type ServerUnderTest } from '../event-store/kurrentdb/server-under-test.js';
import { HASTY, OPEN } from '../event-store/kurrentdb/store-on-kurrentdb.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { sql } from '../harness/sql.js';
import { fill } from './logs.js';

const APPENDS = 300;
const EVENTS = 600;
const nothing = (): void => undefined;

let server: ServerUnderTest;
let database: TestDatabase;
let client: KurrentDBClient;
let kurrent: OpenCopyableLog;
let copier: pg.Pool;
let here: Side;
let there: Side;
let store: PostgresEventStore;
const names = unusedNames();

beforeAll(async () => {
  [server, database] = await Promise.all([someServer(), freshDatabase()]);
  await migrateAll(database.config, { simulated: false });
  const connections = connectionsTo(database.config);
  client = KurrentDBClient.connectionString(server.url);
  kurrent = await openToCopy({ side: 'target', client, names, place: 'a double', connections }, HASTY);
  copier = new pg.Pool({ ...connections.copier, max: 3 }).on('error', nothing);
  here = { log: new PostgresCopyableLog(copier), beside: connections.copier, place: 'PostgreSQL' };
  there = { log: kurrent.log, beside: connections.copier, place: 'the double' };
  store = await openPostgresStore(connections);
  await fill({ store }, APPENDS);
}, 120_000);
afterAll(async () => {
  await store.close();
  await kurrent.close();
  await client.dispose();
  await copier.end();
  await Promise.all([database.drop(), server.end()]);
});

const move = (from: Side, to: Side) => copyStore({ from, to, onProgress: nothing });

/** What a process that runs on KurrentDB appends. */
async function appendedThere(appends: number): Promise<void> {
  const connections = connectionsTo(database.config);
  const pool = new pg.Pool({ ...connections.reader, max: 1 });
  const parts = { client, names, storeId: 'unused', clock: new PostgresClock(pool), guard: OPEN, connections };
  const onKurrent = new KurrentDbEventStore(parts, HASTY);
  await fill({ store: onKurrent }, appends);
  await onKurrent.close();
  await pool.end();
}

const verified = () => {
  const reads = new AllReads({ client, names, answerWithinMs: 20_000 });
  return verifyKurrentDb({ reads, names, progress: nothing });
};

/** Where a reaction stands, as an event. */
async function reactionAt(): Promise<readonly unknown[]> {
  const [{ position }] = await sql<{ position: Position }>(database.config, `select position from read.reaction limit 1`);
  for (const { log } of [here, there]) {
    if (position.startsWith('p') !== (log.name === 'postgresql')) continue;
    for (let at: Position | null = null; ;) {
      const events = await log.after(at, 250);
      if (events.length === 0) break;
      const found = events.find((event) => event.position === position);
      if (found) return [log.name, found.hash.toString('hex')];
      at = events[events.length - 1].position;
    }
  }
  return ['nowhere', position];
}

describe('a log that moves between PostgreSQL and KurrentDB', () => {
  let stood: string;

  it('goes over with bytes, hashes and seals, in its order, and reactions stand at the same event (R-551, R-552, R-554)', async () => {
    await sql(database.config, `update read.reaction set position = 'p0000000000000300'`);
    stood = (await reactionAt())[1] as string;

    expect(await move(here, there)).toEqual({ kind: 'moved', events: EVENTS });
    expect(await verified()).toMatchObject({ events: EVENTS, unsealed: 0, bad: null });
    expect(await reactionAt()).toEqual([kurrent.log.name, stood]);
    expect(await sql(database.config, 'select store.current_log_home() as home')).toEqual([{ home: kurrent.log.name }]);
  }, 120_000);

  it('is moved once, and what is left here is no source any more', async () => {
    expect(await move(here, there)).toEqual({ kind: 'moved-before', events: EVENTS });
    const other = await freshDatabase();
    await migrateAll(other.config, { simulated: false });
    const pool = new pg.Pool({ ...connectionsTo(other.config).copier, max: 1 });
    const beside = connectionsTo(other.config).copier;
    const elsewhere = { log: new PostgresCopyableLog(pool), beside, place: 'elsewhere' };
    await expect(move(here, elsewhere)).rejects.toThrow(CopyRefused);
    await expect(move(here, elsewhere)).rejects.toThrow(`is on KurrentDB (name space ${names.name})`);
    await pool.end();
    await other.drop();
  });

  it('comes back with what was appended there, into the log that it once left (R-551, R-553)', async () => {
    await appendedThere(60);
    const came = await move(there, here);
    expect(came).toEqual({ kind: 'moved', events: EVENTS + 120 });
    expect(await wholeLog(database.config, [])).toMatchObject({ ...WHOLE, events: EVENTS + 120 });
    expect(await reactionAt()).toEqual(['postgresql', stood]);

    await fill({ store }, 30);
    expect(await wholeLog(database.config, [])).toMatchObject({ ...WHOLE, events: EVENTS + 180 });
  }, 120_000);

  it('goes over again with what came since', async () => {
    expect(await move(here, there)).toEqual({ kind: 'moved', events: EVENTS + 180 });
    expect(await verified()).toMatchObject({ events: EVENTS + 180, unsealed: 0, bad: null });
  }, 120_000);
});
