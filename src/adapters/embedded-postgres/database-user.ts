import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { StartFailure } from './start-failure.js';

/** The user of the operating system as whom PostgreSQL runs; `ids` is empty when that is the user of this process. */
export type DatabaseUser = Readonly<{ name: string; ids: Readonly<{ uid?: number; gid?: number }> }>;

const UNPRIVILEGED = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root hands it to the first of `postgres` and `nobody` that exists.
 *
 * Errors: StartFailure when there is neither, and when this process's own user has no name.
 */
export function databaseUser(): DatabaseUser {
  if (!process.getuid) throw new StartFailure('The embedded PostgreSQL runs on Linux and macOS: on Windows, start inside WSL.');
  if (process.getuid() !== 0) return { name: ownName(), ids: {} };

  const found = UNPRIVILEGED.map(userNamed).find((user) => user !== null);
  if (!found)
    throw new StartFailure('PostgreSQL does not run as root: make a user for it (`useradd --system postgres`) and start again.');
  return found;
}

/** Runs a program as that user and answers whether it succeeded: the only answer that knows modes, ACLs and mounts alike. */
export function canRun(user: DatabaseUser, program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { ...user.ids, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether that user may enter a folder, with every folder above it. */
export const canEnter = (user: DatabaseUser, folder: string): boolean => canRun(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]);

/** Whether that user may make files in a folder. */
export const canWrite = (user: DatabaseUser, folder: string): boolean =>
  canRun(user, '/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder]);

function userNamed(name: string): DatabaseUser | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  return uid?.status === 0 && gid?.status === 0 ? { name, ids: { uid: Number(uid.stdout), gid: Number(gid.stdout) } } : null;
}

function ownName(): string {
  try {
    return os.userInfo().username;
  } catch {
    throw new StartFailure(
      `User id ${process.getuid?.()} has no name on this machine and PostgreSQL needs one: add it to /etc/passwd.`,
    );
  }
}
