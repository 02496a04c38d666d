import type { KeyObject } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { KeyRefused, makeKeyFile, ownedByAnother, readKeyFile, saidMode } from './key-file.js';

/** What the keys are for; each is a file `<name>.key` of 32 random bytes. */
export const KEY_NAMES = ['master', 'tokens', 'identity', 'database'] as const;
export type KeyName = (typeof KEY_NAMES)[number];

/** The keys that the server keeps outside the database. A `KeyObject` does not show its bytes when it is printed. */
export interface KeyFolder {
  readonly folder: string;
  /** The key of this name, made when it is not there yet: two processes that ask at once get one and the same. */
  key(name: KeyName): Promise<KeyObject>;
  /** The key of this name as it is, null when it was never made. */
  existing(name: KeyName): Promise<KeyObject | null>;
  /** Puts the key of another folder here where there is none of this name; answers the one that is here then. */
  put(name: KeyName, key: KeyObject): Promise<KeyObject>;
}

/**
 * The folder of keys: of the server's user alone, and outside PostgreSQL's directory, so that a copy of one is useless without the other.
 *
 * Shape:
 *
 *     <folder>/             mode 0700, of the server's user
 *       master.key          wraps the keys in the database: each subject's, and those of keyed hashes
 *       tokens.key          encrypts the cursors and positions that leave the API
 *       identity.key        signs and checks development tokens; only there where development identity was used
 *       database.key        makes the passwords of the embedded PostgreSQL's logins
 *       .<name>.*.new       left when a process died while making a key; used by nobody, may be deleted
 *
 * Files have mode 0600 (0400 is good too). They are made at first start and never overwritten.
 * Whoever loses `master.key` loses everything that is sealed: it belongs in a safe of its own, apart from the database's back-ups.
 *
 * Errors: throws `KeyRefused`, one line that says what to do, for a folder or a file that others may enter or read,
 * that is another user's, or that is not 32 bytes long.
 */
export async function openKeyFolder(folder: string): Promise<KeyFolder> {
  await makeFolder(folder);
  await refuseOpenFolder(folder);

  const fileOf = (name: KeyName) => path.join(folder, `${name}.key`);
  return {
    folder,
    key: async (name) => (await readKeyFile(fileOf(name))) ?? makeKeyFile(fileOf(name)),
    existing: (name) => readKeyFile(fileOf(name)),
    put: (name, key) => makeKeyFile(fileOf(name), key),
  };
}

/** A recursive `mkdir` would give its mode to the parents as well, and shut out the database's user, who must pass through them. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function refuseOpenFolder(folder: string): Promise<void> {
  const found = await stat(folder);
  if (!found.isDirectory())
    throw new KeyRefused(`${folder} is not a folder; move it away, and keys are made there at the next start`);
  if (found.mode & 0o077)
    throw new KeyRefused(
      `the folder of keys ${folder} has mode ${saidMode(found.mode)}; make it 0700 with: chmod 700 '${folder}'`,
    );
  if (ownedByAnother(found))
    throw new KeyRefused(`the folder of keys ${folder} belongs to another user than the one who runs this`);
}
