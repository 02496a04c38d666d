import path from 'node:path';
import pg from 'pg';
import { certificateFault } from '../adapters/certificate-faults.js';
import { LOGINS, roleOf, type Connections, type Login } from '../adapters/connections.js';
import { openKeyFolder } from '../adapters/key-folder/key-folder.js';
import { makeHome } from '../adapters/embedded-postgres/folders.js';
import { serverOf, type DatabaseAddress } from '../settings/database-address.js';
import { releaseOf } from '../composition/migrate.js';
import { MIGRATIONS } from '../composition/migrations.js';
import { logFrom } from '../composition/open-log.js';
import { WrongSetting, type Settings } from '../settings/settings.js';
import { SETTINGS } from '../settings/settings-table.js';
import type { Database } from './database.js';
import type { Running } from './running.js';

/** Why the database that `DATABASE_URL` names cannot be used: its message is one line that says what to do, without a password. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}

/** Longer than this, and a server counts as away. Units: milliseconds. */
const PATIENCE_MS = 10_000;

/** As whom the program works; migrating is the owner's. */
export const WORKING = ['flusher', 'writer', 'reader'] as const satisfies readonly Login[];

/**
 * The database that others run: nothing is started, made or migrated in it. The keys lie in the folder, as always.
 *
 * Errors: WrongSetting for a password that is missing; DatabaseRefused when one of the logins cannot come in, and for a database
 * of another release. Source: R-572.
 */
export async function databaseElsewhere(running: Running, folder: string, settings: Settings): Promise<Database> {
  running.folder = folder;
  makeHome(folder);
  const keys = await openKeyFolder(path.join(folder, 'keys'));
  return { folder, keys, connections: await connectionsElsewhere(settings), events: logFrom(settings) };
}

/** How each login comes in there, tried. Errors: as `databaseElsewhere`. */
export async function connectionsElsewhere(settings: Settings): Promise<Connections> {
  for (const login of WORKING) requiredPassword(settings, login);
  const connections = Object.fromEntries(LOGINS.map((login) => [login, loginOf(settings, login)])) as Connections;
  for (const login of WORKING) await (await entered(connections[login], settings, nameOfPassword(login))).end();
  await refuseUnfit(connections.reader, settings);
  return connections;
}

/** The setting that holds the password of a login. */
export const nameOfPassword = (login: Login): string => SETTINGS[`${login}Password`].name;

/** Errors: WrongSetting when it is missing. */
export function requiredPassword(settings: Settings, login: Login): string {
  const password = settings[`${login}Password`];
  if (password !== null) return password;
  const name = nameOfPassword(login);
  throw new WrongSetting(
    `${name} is missing: with DATABASE_URL it must be the password of ${roleOf(login)}, or ${name}_FILE a file with it.`,
  );
}

/** How somebody reaches the database that `DATABASE_URL` names. */
export function wayIn(settings: Settings, who: Readonly<{ user: string; password: string | null }>): pg.ClientConfig {
  const { host, port, database, tls } = addressIn(settings);
  return {
    ...{ host, port, database, user: who.user, password: who.password ?? undefined },
    ...(tls ? { ssl: { rejectUnauthorized: true, ...(settings.databaseCa ? { ca: settings.databaseCa } : {}) } } : {}),
  };
}

/** Comes in once, and answers the session. `password` names the setting to mend. Errors: DatabaseRefused. */
export async function entered(config: pg.ClientConfig, settings: Settings, password: string): Promise<pg.Client> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined); // whoever waits for an answer hears of it
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw refusalFor(error as NodeJS.ErrnoException, addressIn(settings), {
      user: String(config.user),
      password,
      isKnown: Boolean(config.password),
    });
  }
}

const loginOf = (settings: Settings, login: Login): pg.ClientConfig =>
  wayIn(settings, { user: roleOf(login), password: settings[`${login}Password`] });

function addressIn({ database }: Settings): DatabaseAddress {
  if (database === null) throw new Error('no DATABASE_URL was given');
  return database;
}

async function refuseUnfit(reader: pg.ClientConfig, settings: Settings): Promise<void> {
  const address = addressIn(settings);
  const place = `DATABASE_URL: ${address.database} on ${serverOf(address)}`;
  const release = await releaseOf(reader, MIGRATIONS);
  if (release === 'newer') throw new DatabaseRefused(`${place} was migrated by a newer release: start that one.`);
  if (release === 'older')
    throw new DatabaseRefused(`${place} does not have the schema of this release: run npm run migrate of this release first.`);
  if (await isSimulated(reader))
    throw new DatabaseRefused(
      `${place} holds a simulated store, of which only the demo and specs have one: name another database.`,
    );
}

async function isSimulated(reader: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(reader);
  await client.connect();
  try {
    const { rows } = await client.query<{ simulated: boolean }>('select simulated from store.identity');
    return rows[0].simulated;
  } finally {
    await client.end();
  }
}

type Who = Readonly<{ user: string; password: string; isKnown: boolean }>;

function refusalFor(error: NodeJS.ErrnoException, address: DatabaseAddress, who: Who): DatabaseRefused {
  const { code = 'no answer', message } = error;
  const server = `DATABASE_URL: ${serverOf(address)}`;
  if (/^28/.test(code) || /password/.test(message)) return new DatabaseRefused(`${server} ${notLetIn(code, who)}`);
  if (code === '3D000' || code === '42501')
    return new DatabaseRefused(
      `${server} has no database ${address.database} for ${who.user} (${code}): make it, and run npm run migrate.`,
    );

  const untrusted = certificateFault(error);
  if (untrusted !== null)
    return new DatabaseRefused(`${server} ${untrusted}: set DATABASE_CA_FILE to the certificate of who signed it.`);
  if (/does not support SSL/.test(message))
    return new DatabaseRefused(`${server} does not talk TLS: let it, or say sslmode=disable where the way to it is safe.`);
  return new DatabaseRefused(`${server} does not answer (${code}): start PostgreSQL there, or mend DATABASE_URL.`);
}

/** The roles are made, and their passwords set, by a migration; that of a superuser is not. */
function notLetIn(code: string, { user, password, isKnown }: Who): string {
  if (!isKnown) return `does not let ${user} in without a password: set ${password}.`;
  if (password === SETTINGS.superuserPassword.name)
    return `does not let ${user} in (${code}): mend DATABASE_SUPERUSER or ${password}.`;
  return `does not let ${user} in (${code}): mend ${password}, or run npm run migrate as a superuser, which makes the roles.`;
}
