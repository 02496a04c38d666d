import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { currentHashKey } from '../../src/adapters/claims-postgres/hash-keys.js';
import { openKeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { endingOf, EXIT } from '../../src/lifecycle/ending.js';
import { masterOf } from '../../src/composition/master-of.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { connectionsTo } from '../harness/postgres-store.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-master-'));
let database: TestDatabase;
let writer: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase();
  await migrateAll(database.config, { simulated: false });
  writer = new pg.Pool({ ...connectionsTo(database.config).writer, max: 4 });
}, 60_000);
afterAll(async () => {
  await writer.end();
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
});

it('the master key of a database is made once, and never in another folder once it was used (R-644)', async () => {
  const own = await openKeyFolder(path.join(folder, 'own'));
  const made = await Promise.all([1, 2, 3, 4].map(() => masterOf(own, writer)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  await currentHashKey(writer, made[0], 'name');
  expect((await masterOf(own, writer)).id).toBe(made[0].id);

  const other = await openKeyFolder(path.join(folder, 'other'));
  const error: unknown = await masterOf(other, writer).catch((refused: unknown) => refused);
  expect(endingOf(error, null)).toEqual({
    code: EXIT.cannotRun,
    text: `the database holds keys of master key ${made[0].id}, and ${other.folder} has no master.key: set DATA_DIR to where it is, or put it back`,
  });
  expect(fs.readdirSync(other.folder)).toEqual([]);
});
