import { createHash } from 'node:crypto';
import pg from 'pg';
import { roleOf } from '../adapters/connections.js';
import type { Migration } from '../application/ports/migrations.js';
import { makeRoles, settingsMissing } from './database-roles.js';

/** A database that this release may not migrate; the message says why and what to do. */
export class CannotMigrate extends Error {
  override readonly name = 'CannotMigrate';
}

/** `simulated` is for ever; of each adapter all migrations are given, in the order of their numbers. */
export type MigrateOptions = Readonly<{ simulated: boolean; migrations: readonly Migration[] }>;

/** One lock for all who migrate this database; released when the connection ends. */
const MIGRATION_LOCK = '7310310260710';

/**
 * Brings a database to this release's schema; nothing else changes schema. Safe to run again, and by several at once.
 * A superuser also makes the roles; the owner must find them made.
 *
 * Errors: throws `CannotMigrate` for a database that another text or a newer release migrated, for a real store where a simulated
 * one is asked for or the reverse, and for missing roles or settings.
 */
export async function migrate(superuserOrOwner: pg.ClientConfig, options: MigrateOptions): Promise<void> {
  const client = new pg.Client(superuserOrOwner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (await isSuperuser(client)) await makeRoles(client);
    await assertSettings(client);
    await client.query(`set role ${roleOf('owner')}`);
    await client.query(BEGINNING);
    await runMissing(client, options.migrations);
    await identify(client, options.simulated);
  } finally {
    await client.end();
  }
}

/** Whether a database has exactly the schema of this release, asked as its owner or as a reader. Nothing is changed. */
export async function isMigrated(ownerOrReader: pg.ClientConfig, migrations: readonly Migration[]): Promise<boolean> {
  const client = new pg.Client(ownerOrReader);
  await client.connect();
  try {
    const { rows } = await client.query<Recorded>('select adapter, number, digest from store.migration');
    const run = new Map(rows.map(({ adapter, number, digest }) => [`${adapter} ${number}`, digest]));
    const isRun = (migration: Migration): boolean =>
      digestsOf(migration).includes(run.get(`${migration.adapter} ${migration.number}`) ?? '');
    return run.size === migrations.length && migrations.every(isRun);
  } catch (error) {
    if (NOTHING_TO_READ.includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** The schema or the table is not there, or is of before readers might ask. */
const NOTHING_TO_READ = ['42P01', '3F000', '42501'];

/** What the first migration stands on: which were run, and what this store is. */
const BEGINNING = `
set client_min_messages to warning;
create schema if not exists store;
create table if not exists store.migration (
  adapter text not null,
  number integer not null,
  name text not null,
  digest text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (adapter, number)
);
grant usage on schema store to trajectlijn_reader;
grant select on store.migration to trajectlijn_reader;
create table if not exists store.identity (
  one boolean primary key default true check (one),
  store_id uuid not null,
  simulated boolean not null
);`;

type Recorded = Readonly<{ adapter: string; number: number; digest: string }>;

async function runMissing(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await client.query<Recorded>('select adapter, number, digest from store.migration');
  const recorded = new Map(rows.map((row) => [`${row.adapter} ${row.number}`, row.digest]));
  assertKnown(rows, migrations);

  for (const migration of migrations) {
    const digest = recorded.get(`${migration.adapter} ${migration.number}`);
    if (digest === undefined) await run(client, migration);
    else if (!digestsOf(migration).includes(digest))
      throw new CannotMigrate(
        `this database has another ${titleOf(migration)} than this release; released migrations never change`,
      );
  }
}

function assertKnown(rows: readonly Recorded[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ adapter, number }) => `${adapter} ${number}`));
  const adapters = new Set(migrations.map(({ adapter }) => adapter));
  const newer = rows.find(({ adapter, number }) => adapters.has(adapter) && !known.has(`${adapter} ${number}`));
  if (newer) throw new CannotMigrate(`a newer release migrated this database (${newer.adapter} ${newer.number}); start that one`);
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  const { adapter, number, name, sql } = migration;
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into store.migration (adapter, number, name, digest) values ($1, $2, $3, $4)', [
      adapter,
      number,
      name,
      digestOf(migration),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new CannotMigrate(`migration ${titleOf(migration)} failed: ${String(error)}`, { cause: error });
  }
}

async function identify(client: pg.Client, simulated: boolean): Promise<void> {
  await client.query(
    'insert into store.identity (store_id, simulated) values (gen_random_uuid(), $1) on conflict (one) do nothing',
    [simulated],
  );
  const { rows } = await client.query<{ simulated: boolean }>('select simulated from store.identity');
  if (rows[0].simulated !== simulated)
    throw new CannotMigrate(`this is a ${rows[0].simulated ? 'simulated' : 'real'} store, and stays so; use another database`);
}

async function assertSettings(client: pg.Client): Promise<void> {
  const [missing] = await settingsMissing(client);
  if (!missing) return;
  const [login, name, value] = missing;
  throw new CannotMigrate(
    `role ${roleOf(login)} is missing or lacks ${name} = '${value}' in this database; migrate as superuser`,
  );
}

async function isSuperuser(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ super: boolean }>('select rolsuper as super from pg_roles where rolname = current_user');
  return rows[0].super;
}

const titleOf = ({ adapter, number, name }: Migration): string => `${adapter} ${number} (${name})`;

/** That of its text, then those of the texts that it had before. */
const digestsOf = (migration: Migration): readonly string[] => [digestOf(migration), ...(migration.formerly ?? [])];

const digestOf = ({ name, sql }: Migration): string => createHash('sha256').update(`${name}\n${sql}`).digest('hex');
