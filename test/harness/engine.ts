import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { openKeyFolder, type KeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { openEngine, type Engine, type Parts } from '../../src/composition/engine.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import type { LogElsewhere } from '../../src/composition/open-log.js';
import type { ServerAddress } from '../../src/adapters/event-store-kurrentdb/server-address.js';
import { serverFrom, settingsFrom } from '../../src/settings/settings.js';
import { freshDatabase } from './database.js';
import { connectionsTo } from './postgres-store.js';
import type pg from 'pg';

/** The whole engine on a database of a suite's own, without HTTP; `superuser` is for what a test must break or see. */
export type TestEngine = Readonly<{
  engine: Engine;
  superuser: pg.ClientConfig;
  events: LogElsewhere | null;
  keys: KeyFolder;
  stop(): Promise<void>;
}>;

type Started = Readonly<{ simulated?: boolean; parts?: Parts; server?: ServerAddress }>;

/** Migrates, opens and starts it, simulated and with all its parts unless said otherwise; call `stop` in `afterAll`. */
export async function startEngine({ simulated = true, parts = 'all', server = serverHere() }: Started = {}): Promise<TestEngine> {
  const { config, drop } = await freshDatabase();
  const events = server ? { server, nameSpace: `test${randomBytes(8).toString('hex')}` } : null;
  await migrateAll(config, { simulated, events });

  const folder = await mkdtemp(path.join(os.tmpdir(), 'trajectlijn-keys-'));
  const keys = await openKeyFolder(path.join(folder, 'keys'));
  const engine = await engineOn(config, keys, events);
  await engine.start(parts);

  const stop = async (): Promise<void> => {
    await engine.stop();
    await drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { engine, superuser: config, events, keys, stop };
}

/** An engine on a database that is migrated; nothing runs before its `start`. */
export const engineOn = (database: pg.ClientConfig, keys: KeyFolder, events: LogElsewhere | null = null): Promise<Engine> =>
  openEngine({ connections: connectionsTo(database), keys, log: pino({ level: 'silent' }), events });

/** With `KURRENTDB_URL` the log of each is in a name space of that server that nobody uses, else in the database. */
const serverHere = () => serverFrom(settingsFrom({ KURRENTDB_URL: process.env.KURRENTDB_URL }, [])) ?? undefined;
