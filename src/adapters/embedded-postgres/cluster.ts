import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import type { DatabaseUser } from './database-user.js';
import { makeOwned, type Folders } from './folders.js';
import { diskFull, saysDiskFull, StartFailure } from './start-failure.js';

/** What a new cluster is made with. Without a password whoever may enter the socket's folder may connect. */
export type NewCluster = Readonly<{ user: DatabaseUser; binaries: Binaries; password: string | null; durable: boolean }>;

/**
 * Makes PostgreSQL's folder unless it is there: whole or not at all, as the name appears by a rename.
 *
 * Errors: StartFailure when another major version made what is there, and when the disk is full.
 */
export function ensureCluster(folders: Folders, wish: NewCluster): void {
  if (fs.existsSync(folders.cluster)) return refuseAnotherMajor(folders.cluster, wish.binaries.major);

  const unfinished = makeOwned(`${folders.cluster}.${process.pid}`, wish.user);
  try {
    initialise(unfinished, wish);
    fs.renameSync(path.join(unfinished, 'new'), folders.cluster);
    syncFolder(folders.home);
  } catch (error) {
    if (!fs.existsSync(folders.cluster)) throw error;
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

function initialise(folder: string, { user, binaries, password, durable }: NewCluster): void {
  const secret = password === null ? [] : ['--pwfile', passwordFile(folder, password, user)];
  const args = [
    '--pgdata',
    path.join(folder, 'new'),
    '--username=postgres',
    `--auth=${password === null ? 'trust' : 'scram-sha-256'}`,
  ];
  const form = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'];
  const sync = durable ? [] : ['--no-sync'];

  const made = spawnSync(binaries.initdb, [...args, ...form, ...sync, ...secret], { ...user.ids, cwd: folder, encoding: 'utf8' });
  if (made.status === 0) return;
  if (saysDiskFull(made.stderr)) throw diskFull(folder);
  throw new StartFailure(`PostgreSQL could not make ${folder}: ${lastLine(made.stderr) || made.error?.message}`);
}

/** Without it a power cut could undo the rename, and the next start would find no data. */
function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

/** initdb takes a password from a file only; the file goes with the unfinished folder. */
function passwordFile(folder: string, password: string, { ids }: DatabaseUser): string {
  const file = path.join(folder, 'password');
  fs.writeFileSync(file, password, { mode: 0o600 });
  if (ids.uid !== undefined) fs.chownSync(file, ids.uid, ids.gid ?? 0);
  return file;
}

function refuseAnotherMajor(cluster: string, major: string): void {
  const file = path.join(cluster, 'PG_VERSION');
  const found = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : 'unknown';
  if (found === major) return;
  throw new StartFailure(
    `${cluster} was made by PostgreSQL ${found} and this is ${major}: start the Trajectlijn that made it, or set DATA_DIR to another folder.`,
  );
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
