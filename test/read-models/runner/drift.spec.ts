import type { DataSource } from 'typeorm';
import { readModels } from '../../../src/adapters/read-models-typeorm/read-models.js';
import { sql } from '../../harness/sql.js';
import { EVERY, setting, type Setting } from './setting.js';

let test: Setting;
let source: DataSource;

beforeAll(async () => {
  test = await setting();
  source = await readModels(test.connections.owner, { pool: 1 });
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await test.end();
});

/** What TypeORM would change of the migrated schema so that it fits the entities. */
async function drift(): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

describe('entities and migrations', () => {
  it('describe the same schema', async () => expect(await drift()).toEqual([]));

  it('are seen to differ when a column does', async () => {
    await sql(test.superuser, 'alter table read.follow_up alter column due_on drop not null');
    expect(await drift()).not.toEqual([]);
    await sql(test.superuser, 'alter table read.follow_up alter column due_on set not null');
  });

  it('name each column that the bulk path writes', () => {
    for (const { table } of EVERY) {
      const entity = source.entityMetadatas.find(({ tablePath }) => tablePath === table.name)!;
      expect(['build', ...table.columns.map(([name]) => name)].sort()).toEqual(
        entity.columns.map(({ databaseName }) => databaseName).sort(),
      );
    }
  });
});
