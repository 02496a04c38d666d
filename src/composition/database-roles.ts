import type pg from 'pg';
import { roleOf, type Login } from '../adapters/connections.js';

/**
 * What PostgreSQL must apply to everything the flusher does, whoever connects as it: it holds the log's lock, and a client that
 * is stopped between its query and its commit keeps that lock until `transaction_timeout` ends it (a setting on a function ends
 * with the function). Plans are made once a connection and kept, as making them for each batch costs more than running them. On a
 * store that was vacuumed while it was empty every plan seems free, so only the index that gives the order asked for is left.
 */
const FLUSHER_SETTINGS = {
  default_transaction_isolation: 'read committed',
  enable_bitmapscan: 'off',
  enable_incremental_sort: 'off',
  enable_seqscan: 'off',
  enable_sort: 'off',
  jit: 'off',
  lock_timeout: '2s',
  plan_cache_mode: 'force_generic_plan',
  synchronous_commit: 'on',
  transaction_timeout: '15s',
} as const;

const SETTINGS: Readonly<Record<Login, Readonly<Record<string, string>>>> = {
  owner: {},
  flusher: FLUSHER_SETTINGS,
  writer: {},
  reader: { default_transaction_read_only: 'on' },
  copier: {
    default_transaction_isolation: FLUSHER_SETTINGS.default_transaction_isolation,
    synchronous_commit: FLUSHER_SETTINGS.synchronous_commit,
  },
};

const LOGINS = Object.keys(SETTINGS) as Login[];

/**
 * Makes the roles, their settings in this database, and their right to connect to it; only a superuser can.
 * Roles belong to the whole server, where other databases may be made at the same time, so settings are kept per database.
 */
export async function makeRoles(superuser: pg.Client): Promise<void> {
  const database = superuser.escapeIdentifier(await currentDatabase(superuser));
  for (const login of LOGINS)
    await superuser.query(`do $$ begin create role ${roleOf(login)} login;
      exception when duplicate_object or unique_violation then null; end $$`);
  for (const [login, name, value] of await settingsMissing(superuser))
    await superuser.query(`alter role ${roleOf(login)} in database ${database} set ${name} = '${value}'`);
  await superuser.query(`revoke all on database ${database} from public`);
  await superuser.query(`grant connect on database ${database} to ${LOGINS.map(roleOf).join(', ')}`);
  await superuser.query(`grant create, temporary on database ${database} to ${roleOf('owner')}`);
}

/** Which settings a role lacks in this database; every one of a role that does not exist. */
export async function settingsMissing(client: pg.Client): Promise<(readonly [Login, name: string, value: string])[]> {
  const { rows } = await client.query<{ role: string; setting: string }>(
    `select r.rolname as role, unnest(s.setconfig) as setting from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
     where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))`,
  );
  const present = new Set(rows.map(({ role, setting }) => `${role} ${setting}`));
  return LOGINS.flatMap((login) =>
    Object.entries(SETTINGS[login])
      .filter(([name, value]) => !present.has(`${roleOf(login)} ${name}=${value}`))
      .map(([name, value]) => [login, name, value] as const),
  );
}

async function currentDatabase(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  return rows[0].name;
}
