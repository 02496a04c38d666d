import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { openKeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { openEngine, type Engine } from '../../src/engine.js';
import { migrateAll } from '../../src/migrate-all.js';
import { freshDatabase } from './database.js';
import { connectionsTo } from './postgres-store.js';
import type pg from 'pg';

/** The whole engine on a database of a suite's own, without HTTP; `superuser` is for what a test must break or see. */
export type TestEngine = Readonly<{ engine: Engine; superuser: pg.ClientConfig; stop(): Promise<void> }>;

/** Migrates, opens and starts it, simulated and with its worker unless said otherwise; call `stop` in `afterAll`. */
export async function startEngine({ simulated = true, working = true } = {}): Promise<TestEngine> {
  const { config, drop } = await freshDatabase();
  await migrateAll(config, { simulated });

  const folder = await mkdtemp(path.join(os.tmpdir(), 'trajectlijn-keys-'));
  const keys = await openKeyFolder(path.join(folder, 'keys'));
  const engine = await openEngine({ connections: connectionsTo(config), keys, log: pino({ level: 'silent' }) });
  await engine.start({ working });

  const stop = async (): Promise<void> => {
    await engine.stop();
    await drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { engine, superuser: config, stop };
}
