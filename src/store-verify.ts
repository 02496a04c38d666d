import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { roleOf } from './adapters/connections.js';
import { databaseUser } from './adapters/embedded-postgres/database-user.js';
import { makeFolders } from './adapters/embedded-postgres/folders.js';
import { DATABASE, passwordsFrom } from './adapters/embedded-postgres/logins.js';
import { StartFailure } from './adapters/embedded-postgres/start-failure.js';
import { startEmbeddedPostgres } from './adapters/embedded-postgres/start.js';
import { verifyStore, type Verified } from './adapters/event-store-postgres/verify.js';
import { furthestRead } from './adapters/read-models-typeorm/furthest-read.js';
import { openKeyFolder } from './adapters/key-folder/key-folder.js';
import { storeFolder } from './lifecycle/database.js';
import { EXIT } from './lifecycle/ending.js';
import { run, type Running } from './lifecycle/running.js';
import { settingsFrom } from './settings.js';

/**
 * `npm run store:verify [-- --demo]`: proves that nothing in the log was altered, or names the first event that was.
 * It works beside a running Trajectlijn, and otherwise starts the database for as long as it takes.
 * Exit codes: 0 the log is whole, 1 it is not.
 */
run(async (running) => {
  const flags = process.argv.slice(2);
  const settings = settingsFrom(
    process.env,
    flags.filter((flag) => flag !== '--demo'),
  );
  const folder = storeFolder(settings, flags.includes('--demo') ? 'demo' : 'real');
  running.folder = folder;

  const database = await wayInto(running, folder);
  running.say(`Verifying the log in ${folder} ...`);
  const verified = await verifyStore(database, {
    progress: (events) => running.say(`${events} events are good`),
    reached: await furthestRead(database),
  });

  running.say(lineOf(verified));
  running.finished(verified.bad === null && verified.missing === null ? EXIT.stopped : EXIT.unexpected);
});

/** Into the log of all tenants, and into the read models, which know how far it once reached: the writer sees both. */
async function wayInto(running: Running, folder: string): Promise<pg.Client> {
  const { writer } = await connectionsOf(running, folder);
  const client = new pg.Client(writer);
  await client.connect();
  running.started('reading', () => client.end());
  return client;
}

type Login = Readonly<Record<'writer', pg.ClientConfig>>;

/** The database that runs on this folder, or one that is started here. */
async function connectionsOf(running: Running, folder: string): Promise<Login> {
  const keyFolder = path.join(folder, 'keys');
  const key = fs.existsSync(keyFolder) ? await (await openKeyFolder(keyFolder)).existing('database') : null;
  if (key === null) throw new StartFailure(`There is no store in ${folder} yet: start it once, or set DATA_DIR to where it is.`);

  const passwordOf = passwordsFrom(key);
  const { socket } = makeFolders(folder, databaseUser());
  const user = roleOf('writer');
  const writer = { host: socket, port: 5432, database: DATABASE, user, password: passwordOf(user) };
  if (await answers(writer)) return { writer };

  const server = await startEmbeddedPostgres({ folder, passwordOf });
  running.started('PostgreSQL', () => server.stop());
  return server.connections;
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

function lineOf({ events, streams, tenants, bad, missing }: Verified): string {
  const walked = `${events} events of ${streams} streams and ${tenants} tenants are good`;
  if (missing !== null) return `The log is NOT whole: ${walked}; then events are missing: it once reached position ${missing}.`;
  if (bad === null) return `The log is whole: ${walked}.`;
  const { streamId, version, eventId, position, fault } = bad;
  return `The log is NOT whole: ${walked}; then version ${version} of ${streamId} (event ${eventId}, position ${position}): ${fault}.`;
}
