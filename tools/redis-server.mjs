// Where a Redis or Valkey for the specs is: the one that is installed, or Debian's, which is installed where this may be done.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Debian's `redis-tools` holds the whole server under this name; unlike `redis-server` it starts none when it is installed. */
const IN_TOOLS = 'redis-check-rdb';

const NAMES = ['redis-server', 'valkey-server', IN_TOOLS];

/** The program and the name to call it by, which tells it what to be. Throws when there is none: a suite that needs it then fails. */
export function redisServer() {
  const program = found();
  if (program === null)
    throw new Error('no redis-server and no valkey-server on PATH: install one, for instance with apt-get install redis-tools');
  return { program, argv0: path.basename(program) === IN_TOOLS ? 'redis-server' : program };
}

/** Installs Debian's when there is none, this user may and apt-get is there; answers whether there is one now. */
export function redisServerInstalled(say) {
  if (found() !== null) return true;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;

  say('Installing redis-tools, which holds a Redis server and starts none (apt-get) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['--quiet', '--yes', ...args], { env, encoding: 'utf8' });
  const install = () => apt('install', '--no-install-recommends', 'redis-tools');
  if (install().status !== 0) {
    apt('update');
    const { status, stderr } = install();
    if (status !== 0) say(stderr ?? 'apt-get did not run');
  }
  return found() !== null;
}

function found() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const programs = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return programs.find((program) => fs.existsSync(program)) ?? null;
}
