import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { LogRefused } from '../../src/adapters/event-store-kurrentdb/log-refused.js';
import { openPostgresStore, type PostgresEventStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { openKeyFolder, type KeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { furthestRead } from '../../src/adapters/read-models-typeorm/furthest-read.js';
import { PROJECTIONS } from '../../src/adapters/read-models-typeorm/projections.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { placesElsewhere } from '../../src/composition/places-remembered.js';
import { rebuilt } from '../../src/composition/rebuild.js';
import { rejectionOf } from '../event-store/kurrentdb/clients.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { engineOn } from '../harness/engine.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { sql } from '../harness/sql.js';
import { fill } from './logs.js';

/** A place in another kind of log, which sorts after all that are here, as one in PostgreSQL does beside a log on KurrentDB. */
const ELSEWHERE = 'q0000000000000000';

let database: TestDatabase;
let folder: string;
let keys: KeyFolder;
let pool: pg.Pool;
let store: PostgresEventStore;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'trajectlijn-keys-'));
  keys = await openKeyFolder(path.join(folder, 'keys'));
  await migrateAll(database.config, { simulated: false });
  const connections = connectionsTo(database.config);
  pool = new pg.Pool({ ...connections.writer, max: 4 });
  store = await openPostgresStore(connections);
  await fill({ store }, 5);
}, 60_000);
afterAll(async () => {
  await store.close();
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const refused = () => rejectionOf(engineOn(database.config, keys));

describe('a place in another log that is remembered all the same (R-613)', () => {
  it('of a read model is told at the start, and mended by its rebuild, which comes to its end', async () => {
    await sql(
      database.config,
      `insert into read.projection (name, build, version, live, position) values ('timeline', 1, $1, true, $2), ('timeline', 2, $1, false, $2)`,
      [PROJECTIONS.timeline.projection.version, ELSEWHERE],
    );
    const error = await refused();
    expect(error).toBeInstanceOf(LogRefused);
    expect(error.message).toMatch(/remember a place in another log than this: timeline\. Run npm run read-model:rebuild/);
    expect(await furthestRead(pool, 'p')).toBeNull();

    const rebuilding = { store, pool, log: 'postgresql', onProgress: () => undefined, isStopped: () => false };
    const came = await rebuilt(rebuilding, PROJECTIONS.timeline, { checkOnly: false });
    expect(came).toEqual({ kind: 'live', compared: null });
    expect(await placesElsewhere(pool, 'postgresql')).toBeNull();
    expect(await furthestRead(pool, 'p')).toBe(await store.lastPosition());
  }, 60_000);

  it('of a reaction is told at the start, with the move that mends it', async () => {
    await sql(database.config, `update read.reaction set position = $1 where name = 'places'`, [ELSEWHERE]);
    expect((await refused()).message).toMatch(/another log than this: places\. .*store:copy -- --to kurrentdb, and back/);
  }, 60_000);
});
