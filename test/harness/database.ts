import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** An empty database of a suite's own in the run's PostgreSQL, as superuser. */
export type TestDatabase = Readonly<{ name: string; config: pg.ClientConfig; drop(): Promise<void> }>;

/** Makes one; call `drop` in `afterAll`. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const config = { host: process.env.TEST_POSTGRES, user: 'postgres', password: 'unused' };
  await run({ ...config, database: 'postgres' }, `create database ${name}`);
  return {
    name,
    config: { ...config, database: name },
    drop: () => run({ ...config, database: 'postgres' }, `drop database if exists ${name} with (force)`),
  };
}

async function run(config: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
