import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { LogRefused } from '../../src/adapters/event-store-kurrentdb/log-refused.js';
import { openToCopy } from '../../src/adapters/event-store-kurrentdb/open-to-copy.js';
import { serverAddressFrom } from '../../src/adapters/event-store-kurrentdb/server-address.js';
import { PostgresCopyableLog } from '../../src/adapters/event-store-postgres/copyable-log.js';
import { openKeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { PostgresReactionStore } from '../../src/adapters/reactions-postgres/postgres-reaction-store.js';
import { Lease } from '../../src/adapters/read-models-typeorm/lease.js';
import { PROJECTIONS } from '../../src/adapters/read-models-typeorm/projections.js';
import type { Position } from '../../src/application/ports/event-store.js';
import type { LoggedEvent } from '../../src/application/ports/copying.js';
import { copyStore } from '../../src/composition/copying.js';
import type { Engine } from '../../src/composition/engine.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { someServer, unusedNames } from '../event-store/kurrentdb/server-under-test.js';
import { HASTY } from '../event-store/kurrentdb/store-on-kurrentdb.js';
import { freshDatabase } from '../harness/database.js';
import { engineOn } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { sql } from '../harness/sql.js';
import { fill } from './logs.js';

const ending: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ending.reverse()) await end();
}, 60_000);

async function aStore() {
  const [server, { config, drop }] = await Promise.all([someServer(), freshDatabase()]);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'trajectlijn-keys-'));
  await migrateAll(config, { simulated: false });
  const keys = await openKeyFolder(path.join(folder, 'keys'));
  ending.push(
    () => server.end(),
    () => drop(),
    () => rm(folder, { recursive: true, force: true }),
  );
  return { server, database: config, keys };
}

/** Opened, and ended with this suite whatever becomes of it. */
async function opened(...on: Parameters<typeof engineOn>): Promise<Engine> {
  const engine = await engineOn(...on);
  ending.push(() => engine.stop());
  return engine;
}

/** Both places of a log that goes to KurrentDB; `meanwhile` is done once the first events have gone over. */
async function places({ database, url }: { database: pg.ClientConfig; url: string }, meanwhile: () => Promise<void>) {
  const [connections, names] = [connectionsTo(database), unusedNames()];
  const client = KurrentDBClient.connectionString(url);
  const { log, close } = await openToCopy({ side: 'target', client, names, place: 'a double', connections }, HASTY);
  const pool = new pg.Pool({ ...connections.copier, max: 3 }).on('error', () => undefined);
  ending.push(
    () => pool.end(),
    () => client.dispose(),
    () => close(),
  );
  const slow = Object.assign(Object.create(log) as typeof log, {
    take: async (events: readonly LoggedEvent[]) => {
      await log.take(events);
      await meanwhile();
    },
  });
  const beside = connections.copier;
  const from = { log: new PostgresCopyableLog(pool), beside, place: 'PostgreSQL' };
  return { names, from, to: { log: slow, beside, place: 'the double' } };
}

/** What the old process would do next, one by one. */
async function writesNothing(database: pg.ClientConfig, { tools }: Engine): Promise<void> {
  const pool = new pg.Pool({ ...connectionsTo(database).writer, max: 1 });
  const log = 'postgresql';
  expect(await new Lease(pool, PROJECTIONS.timeline.projection, { log }).take()).toBeNull();
  expect(await new PostgresReactionStore(pool, log).take('places', randomUUID())).toBeNull();
  await tools.vault.noteDestroyed('p0000000000000001' as Position);
  expect(await sql(database, 'select position from vault.destroyed_up_to')).toEqual([]);

  await sql(
    database,
    `insert into store.key_claim (tenant, decision, kind, key, holder, stream, expected_version, at)
     values ('north', gen_random_uuid(), 'bsn', '\\x00', 'candidate-1', 'candidate-1', 0, clock_timestamp() - interval '1 hour')`,
  );
  expect(await tools.keyClaims.sweep()).toBe(0);
  await sql(database, 'delete from store.key_claim');
  await pool.end();
}

describe('a process that runs while the log moves to KurrentDB', () => {
  // Seen to fail: mutants `lease-taken-for-a-log-that-moved`, `reaction-taken-for-a-log-that-moved`.
  it('writes no checkpoint and acts for no reaction any more, and hears that the log is elsewhere (R-612)', async () => {
    const { server, database, keys } = await aStore();
    const old = await opened(database, keys);
    await fill({ store: old.tools.store }, 30);
    await sql(database, 'update read.reaction set position = $1', [await old.tools.store.lastPosition()]);

    const { names, from, to } = await places({ database, url: server.url }, () => old.start());
    expect(await copyStore({ from, to, onProgress: () => undefined })).toMatchObject({ kind: 'moved', events: 60 });
    await expect(old.refuseMoved()).rejects.toThrow(LogRefused);
    await writesNothing(database, old);

    const events = { server: serverAddressFrom(server.url)!, nameSpace: names.name };
    const young = await opened(database, keys, events);
    await young.start();
    await fill({ store: young.tools.store }, 5);
    const end = await young.tools.store.lastPosition();
    const behind = () =>
      sql(
        database,
        `select name from read.projection where name = 'timeline' and (position is distinct from $1 or not live)
         union all select name from read.reaction where position is distinct from $1`,
        [end],
      );
    await eventually('what reads the log does so where it is', async () => (await behind()).length === 0, 60_000);
    expect(await sql(database, `select name from read.projection where position like 'p%'`)).toEqual([]);
  }, 180_000);
});
