import path from 'node:path';
import type { Connections } from '../adapters/connections.js';
import { defaultDataFolder, makeHome } from '../adapters/embedded-postgres/folders.js';
import { passwordsFrom } from '../adapters/embedded-postgres/logins.js';
import { saysDiskFull, StartFailure } from '../adapters/embedded-postgres/start-failure.js';
import { startEmbeddedPostgres } from '../adapters/embedded-postgres/start.js';
import { openKeyFolder, type KeyFolder } from '../adapters/key-folder/key-folder.js';
import { migrateAll } from '../composition/migrate-all.js';
import type { LogElsewhere } from '../composition/open-log.js';
import type { Settings } from '../settings/settings.js';
import type { Running } from './running.js';

/** A database that runs, is migrated, and is stopped with the process; `events`: where its log is, unless in it. */
export type Database = Readonly<{ folder: string; keys: KeyFolder; connections: Connections; events: LogElsewhere | null }>;

/** The clone that this program was built in. */
const CLONE = path.resolve(import.meta.dirname, '../..');

/** Where the data of one store lies: `real` is that of `npm start`, `demo` that of `npm run demo`. Nothing is made yet. */
export function storeFolder({ dataFolder }: Pick<Settings, 'dataFolder'>, store: 'real' | 'demo'): string {
  return path.join(dataFolder === null ? defaultDataFolder(CLONE) : path.resolve(dataFolder), store);
}

/**
 * Starts PostgreSQL on a folder, makes the keys at the first start, and brings the schema to this release's.
 *
 * Shape: in the folder, `keys` is the server's and `postgres` the database's own.
 * Errors: StartFailure, KeyRefused and CannotMigrate, each one line that says what to do.
 */
export async function startDatabase(
  running: Running,
  folder: string,
  { simulated, events = null }: { simulated: boolean; events?: LogElsewhere | null },
): Promise<Database> {
  running.folder = folder;
  makeHome(folder);
  const keys = await openKeyFolder(path.join(folder, 'keys'));
  const server = await startEmbeddedPostgres({
    folder,
    passwordOf: passwordsFrom(await keys.key('database')),
    onLog: told(running),
    onVacant: () => running.say(`Starting PostgreSQL on ${folder} ...`),
  });
  running.started('PostgreSQL', () => server.stop());
  void server.failed.then((line) => running.fail(new StartFailure(line)));

  running.say('Migrating the database ...');
  const superuser = { ...server.superuser, database: server.connections.owner.database };
  await migrateAll(superuser, { simulated, events });
  return { folder, keys, connections: server.connections, events };
}

/** Passes on what an operator must know of PostgreSQL's log; a full disk by its own line. */
function told(running: Running): (line: string) => void {
  return (line) => {
    if (!/^(WARNING|ERROR|FATAL|PANIC):/.test(line)) return;
    // A connection that is still saying goodbye when PostgreSQL is stopped here.
    if (running.isEnding && line.includes('terminating connection due to administrator command')) return;
    process.stderr.write(`PostgreSQL: ${line}\n`);
    if (saysDiskFull(line))
      process.stderr.write(`The disk that holds ${running.folder} is full: nothing new is stored until there is space.\n`);
  };
}
