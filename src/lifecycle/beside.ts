import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { LOGINS, roleOf, type Connections } from '../adapters/connections.js';
import { databaseUser } from '../adapters/embedded-postgres/database-user.js';
import { makeFolders } from '../adapters/embedded-postgres/folders.js';
import { DATABASE, passwordsFrom } from '../adapters/embedded-postgres/logins.js';
import { StartFailure } from '../adapters/embedded-postgres/start-failure.js';
import { startEmbeddedPostgres } from '../adapters/embedded-postgres/start.js';
import { openKeyFolder } from '../adapters/key-folder/key-folder.js';
import { isMigrated } from '../composition/migrate.js';
import { MIGRATIONS } from '../composition/migrations.js';
import { serverOf } from '../settings/database-address.js';
import type { Settings } from '../settings/settings.js';
import { storeFolder } from './database.js';
import { connectionsElsewhere } from './elsewhere.js';
import type { Running } from './running.js';

/**
 * The store that a tool works on: that of `DATABASE_URL` where one is given, unless it is the demo's that is meant.
 * Nothing is made and nothing is migrated.
 * Errors: as `besideOrAlone` and `connectionsElsewhere`.
 */
export async function storeOf(running: Running, settings: Settings, store: 'real' | 'demo'): Promise<StoreFound> {
  if (settings.database !== null && store === 'real')
    return {
      place: `${settings.database.database} on ${serverOf(settings.database)}`,
      connections: await connectionsElsewhere(settings),
    };
  const folder = storeFolder(settings, store);
  return { place: folder, connections: await besideOrAlone(running, folder) };
}

/** How to reach a store, and where it is, for a person. */
export type StoreFound = Readonly<{ place: string; connections: Connections }>;

/**
 * The database that runs on this folder, or one that is started here and stopped with the process.
 * Nothing is made and nothing is migrated.
 * Errors: StartFailure when there is no store in the folder, and for one of another release.
 */
async function besideOrAlone(running: Running, folder: string): Promise<Connections> {
  running.folder = folder;
  const keyFolder = path.join(folder, 'keys');
  const key = fs.existsSync(keyFolder) ? await (await openKeyFolder(keyFolder)).existing('database') : null;
  if (key === null) throw new StartFailure(`There is no store in ${folder} yet: start it once, or set DATA_DIR to where it is.`);

  const passwordOf = passwordsFrom(key);
  const { socket } = makeFolders(folder, databaseUser());
  const login = (user: string) => ({ host: socket, port: 5432, database: DATABASE, user, password: passwordOf(user) });
  const connections = Object.fromEntries(LOGINS.map((name) => [name, login(roleOf(name))])) as Connections;
  if (await answers(connections.writer)) return ofThisRelease(connections, folder);

  const server = await startEmbeddedPostgres({ folder, passwordOf });
  running.started('PostgreSQL', () => server.stop());
  return ofThisRelease(server.connections, folder);
}

async function ofThisRelease(connections: Connections, folder: string): Promise<Connections> {
  if (await isMigrated(connections.owner, MIGRATIONS)) return connections;
  throw new StartFailure(`The store in ${folder} is of another release: start this one on it once, then run this again.`);
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
