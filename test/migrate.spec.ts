import pg from 'pg';
import { CannotMigrate, isMigrated, migrate } from '../src/composition/migrate.js';
import { migrations } from '../src/adapters/event-store-postgres/migrations.js';
import { freshDatabase, type TestDatabase } from './harness/database.js';
import { connectionsTo } from './harness/postgres-store.js';

const databases: TestDatabase[] = [];
const fresh = async () => {
  const database = await freshDatabase();
  databases.push(database);
  return database;
};
afterAll(() => Promise.all(databases.map((database) => database.drop())));

async function query(config: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrate', () => {
  it('makes one store, whoever starts first, on many databases of one server at once', async () => {
    const made = await Promise.all([fresh(), fresh(), fresh()]);
    const options = { simulated: false, migrations };

    await Promise.all([...made, ...made].map(({ config }) => migrate(config, options)));

    const ids = await Promise.all(made.map(({ config }) => query(config, 'select store_id from store.identity')));
    expect(new Set(ids.flat().map(({ store_id }) => store_id)).size).toBe(3);
  });

  it('runs again as owner and changes nothing', async () => {
    const { config } = await fresh();
    await migrate(config, { simulated: true, migrations });
    const before = await query(config, 'select * from store.migration');

    await migrate(connectionsTo(config).owner, { simulated: true, migrations });

    expect(await query(config, 'select * from store.migration')).toEqual(before);
    expect(before).toHaveLength(migrations.length);
  });

  it('leaves nothing of a migration that fails, and names it', async () => {
    const { config } = await fresh();
    const broken = { adapter: 'x', number: 1, name: 'broken', sql: 'create table store.half (id int); select 1/0' };

    await expect(migrate(config, { simulated: false, migrations: [broken] })).rejects.toThrow(/x 1 \(broken\) failed/);

    expect(await query(config, `select to_regclass('store.half') as half`)).toEqual([{ half: null }]);
  });

  it('refuses a database that another text, a newer release or the other kind of store made', async () => {
    const { config } = await fresh();
    const first = { adapter: 'x', number: 1, name: 'first', sql: 'select 1' };
    const second = { adapter: 'x', number: 2, name: 'second', sql: 'select 1' };
    await migrate(config, { simulated: false, migrations: [first, second] });

    const altered = [{ ...first, sql: 'select 2' }, second];
    await expect(migrate(config, { simulated: false, migrations: altered })).rejects.toThrow(/another x 1/);
    await expect(migrate(config, { simulated: false, migrations: [first] })).rejects.toThrow(/newer release/);
    await expect(migrate(config, { simulated: true, migrations: [first, second] })).rejects.toThrow(CannotMigrate);
  });

  it('takes a database that was made by the same in other words, where the release says so', async () => {
    const { config } = await fresh();
    const first = { adapter: 'x', number: 1, name: 'first', sql: 'select 1' };
    await migrate(config, { simulated: false, migrations: [first] });
    const [{ digest }] = await query(config, 'select digest from store.migration');
    const reworded = { ...first, sql: 'select 1 as one' };

    await expect(migrate(config, { simulated: false, migrations: [reworded] })).rejects.toThrow(/another x 1/);
    expect(await isMigrated(config, [reworded])).toBe(false);
    const said = { ...reworded, formerly: [digest as string] };
    await migrate(config, { simulated: false, migrations: [said] });
    expect(await isMigrated(config, [said])).toBe(true);
  });

  it('refuses an owner whose flusher would wait for ever', async () => {
    const { config, name } = await fresh();
    await migrate(config, { simulated: false, migrations });
    await query(config, `alter role trajectlijn_flusher in database ${name} reset transaction_timeout`);

    await expect(migrate(connectionsTo(config).owner, { simulated: false, migrations })).rejects.toThrow(/transaction_timeout/);
  });
});
