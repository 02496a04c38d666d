import { createHash } from 'node:crypto';
import pg from 'pg';
import { roleOf } from '../adapters/connections.js';
import type { Migration } from '../application/ports/migrations.js';
import { contentOfOthers, isStore } from './database-content.js';
import { makeRoles, settingsMissing } from './database-roles.js';

/** A database that this release may not migrate; the message says why and what to do. */
export class CannotMigrate extends Error {
  override readonly name = 'CannotMigrate';
}

/** `simulated` is for ever; of each adapter all migrations are given, in the order of their numbers. */
export type MigrateOptions = Readonly<{ simulated: boolean; migrations: readonly Migration[] }>;

/** One lock for all who migrate this database; released when the session ends. */
const MIGRATION_LOCK = '7310310260710';

/** Opens a session for some work, and ends it. */
export async function inSession<T>(config: pg.ClientConfig, work: (session: pg.Client) => Promise<T>): Promise<T> {
  const session = new pg.Client(config);
  await session.connect();
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}

/** As `migrateIn`, in a session of its own. */
export function migrate(superuserOrOwner: pg.ClientConfig, options: MigrateOptions): Promise<void> {
  return inSession(superuserOrOwner, (session) => migrateIn(session, options));
}

/**
 * Brings a database to this release's schema; nothing else changes schema. Safe to run again, and by several at once: the session holds
 * the lock of who migrates until it ends. A superuser also makes the roles; the owner must find them made.
 *
 * Errors: throws `CannotMigrate` for a database that another text or a newer release migrated, for a real store where a simulated
 * one is asked for or the reverse, for missing roles or settings, and for a database that holds something else, in which nothing is
 * changed then. Source: R-640.
 */
export async function migrateIn(session: pg.Client, { simulated, migrations }: MigrateOptions): Promise<void> {
  await session.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  assertKnown(await recordedIn(session), migrations);
  await prepare(session);
  await session.query(`set role ${roleOf('owner')}`);
  await runMissing(session, migrations);
  await identify(session, simulated);
  await session.query('reset role');
}

/** Whether a database has exactly the schema of this release, asked as its owner or as a reader. Nothing is changed. */
export async function isMigrated(ownerOrReader: pg.ClientConfig, migrations: readonly Migration[]): Promise<boolean> {
  return (await releaseOf(ownerOrReader, migrations)) === 'this';
}

/** Which release a database has the schema of; nothing that was migrated is of an older one. Asked as its owner or as a reader. */
export function releaseOf(ownerOrReader: pg.ClientConfig, migrations: readonly Migration[]): Promise<'this' | 'newer' | 'older'> {
  return inSession(ownerOrReader, async (session) => {
    const rows = await readable(session);
    if (newerIn(rows, migrations)) return 'newer';
    const run = new Map(rows.map(({ adapter, number, digest }) => [`${adapter} ${number}`, digest]));
    const isRun = (migration: Migration): boolean =>
      digestsOf(migration).includes(run.get(`${migration.adapter} ${migration.number}`) ?? '');
    return run.size === migrations.length && migrations.every(isRun) ? 'this' : 'older';
  });
}

async function readable(session: pg.Client): Promise<readonly Recorded[]> {
  try {
    return await recorded(session);
  } catch (error) {
    if (NOTHING_TO_READ.includes((error as { code?: string }).code ?? '')) return [];
    throw error;
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

async function recorded(session: pg.Client): Promise<readonly Recorded[]> {
  return (await session.query<Recorded>('select adapter, number, digest from store.migration')).rows;
}

/** What was run in this database; nothing in one that holds nothing. */
async function recordedIn(session: pg.Client): Promise<readonly Recorded[]> {
  if (await isStore(session)) return recorded(session);
  const found = await contentOfOthers(session);
  if (found === null) return [];
  throw new CannotMigrate(`the database ${found.database} ${found.holds}: make an empty one, and name that`);
}

/** The roles, their rights and what the migrations stand on: all of it or nothing. */
async function prepare(session: pg.Client): Promise<void> {
  await session.query('begin');
  try {
    if (await isSuperuser(session)) await makeRoles(session);
    await assertSettings(session);
    await session.query(`set local role ${roleOf('owner')}`);
    await session.query(BEGINNING);
    await session.query('commit');
  } catch (error) {
    await session.query('rollback');
    throw error;
  }
}

async function runMissing(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  const digests = new Map((await recorded(client)).map((row) => [`${row.adapter} ${row.number}`, row.digest]));

  for (const migration of migrations) {
    const digest = digests.get(`${migration.adapter} ${migration.number}`);
    if (digest === undefined) await run(client, migration);
    else if (!digestsOf(migration).includes(digest))
      throw new CannotMigrate(
        `this database has another ${titleOf(migration)} than this release; released migrations never change`,
      );
  }
}

function assertKnown(rows: readonly Recorded[], migrations: readonly Migration[]): void {
  const newer = newerIn(rows, migrations);
  if (newer) throw new CannotMigrate(`a newer release migrated this database (${newer.adapter} ${newer.number}); start that one`);
}

function newerIn(rows: readonly Recorded[], migrations: readonly Migration[]): Recorded | undefined {
  const known = new Set(migrations.map(({ adapter, number }) => `${adapter} ${number}`));
  const adapters = new Set(migrations.map(({ adapter }) => adapter));
  return rows.find(({ adapter, number }) => adapters.has(adapter) && !known.has(`${adapter} ${number}`));
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
