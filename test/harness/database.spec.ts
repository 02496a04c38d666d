import pg from 'pg';
import { freshDatabase } from './database.js';

it('gives each suite an empty database of its own', async () => {
  const database = await freshDatabase();
  const client = new pg.Client(database.config);
  await client.connect();

  const { rows } = await client.query('select current_database() as name');
  await client.end();
  await database.drop();

  expect(rows).toEqual([{ name: database.name }]);
});
