import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { openKeyFolder, type KeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { openEngine, type Engine } from '../../src/engine.js';
import { migrateAll } from '../../src/migrate-all.js';
import { freshDatabase } from './database.js';
import { connectionsTo } from './postgres-store.js';
import type pg from 'pg';

/** The whole engine on a database of a suite's own, without HTTP; `superuser` is for what a test must break or see. */
export type TestEngine = Readonly<{ engine: Engine; superuser: pg.ClientConfig; keys: KeyFolder; stop(): Promise<void> }>;

/** Migrates, opens and starts it, simulated and with its worker unless said otherwise; call `stop` in `afterAll`. */
export async function startEngine({ simulated = true, working = true } = {}): Promise<TestEngine> {
  const { config, drop } = await freshDatabase();
  await migrateAll(config, { simulated });

  const folder = await mkdtemp(path.join(os.tmpdir(), 'trajectlijn-keys-'));
  const keys = await openKeyFolder(path.join(folder, 'keys'));
  const engine = await engineOn(config, keys);
  await engine.start({ working });

  const stop = async (): Promise<void> => {
    await engine.stop();
    await drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { engine, superuser: config, keys, stop };
}

/** An engine on a database that is migrated; nothing runs before its `start`. */
export const engineOn = (database: pg.ClientConfig, keys: KeyFolder): Promise<Engine> =>
  openEngine({ connections: connectionsTo(database), keys, log: pino({ level: 'silent' }) });
