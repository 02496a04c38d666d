import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Stats } from 'node:fs';
import { link, open, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** A key or its folder cannot be trusted as it lies there. The message is one line and says what to do. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
}

const KEY_BYTES = 32;

/** The key in this file, null when there is no file. Errors: throws `KeyRefused`. */
export async function readKeyFile(file: string): Promise<KeyObject | null> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return null;

  try {
    // Of the file that is open, so that nothing can be changed between the look and the reading.
    refuseOpenFile(file, await handle.stat());
    return await readWhole(file, handle);
  } finally {
    await handle.close();
  }
}

/**
 * Puts a key into this file, one that is made here unless it is given, and answers it; when another process was first, answers that one's.
 * The key gets its name by a hard link, which exists whole or not at all and never replaces what is there;
 * the key is on disk before its name is, and the name before anything is encrypted with it.
 */
export async function makeKeyFile(file: string, given?: KeyObject): Promise<KeyObject> {
  const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.new`);
  await write(fresh, given?.export() ?? randomBytes(KEY_BYTES));
  try {
    await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await unlink(fresh);
  }
  await flushFolder(path.dirname(file));

  const key = await readKeyFile(file);
  if (!key) throw new KeyRefused(`the key ${file} was taken away while it was made; start again`);
  return key;
}

/** A file mode as people write it: `0644`. */
export const saidMode = (mode: number): string => `0${(mode & 0o777).toString(8).padStart(3, '0')}`;

/** Whether another user than this process's owns it; never so where users have no numbers. */
export const ownedByAnother = ({ uid }: Stats): boolean => process.getuid !== undefined && uid !== process.getuid();

function refuseOpenFile(file: string, found: Stats): void {
  if (!found.isFile()) throw new KeyRefused(`the key ${file} is not a file`);
  if (found.mode & 0o077)
    throw new KeyRefused(`the key ${file} has mode ${saidMode(found.mode)}; make it 0600 with: chmod 600 '${file}'`);
  if (ownedByAnother(found)) throw new KeyRefused(`the key ${file} belongs to another user than the one who runs this`);
}

async function readWhole(file: string, handle: FileHandle): Promise<KeyObject> {
  const bytes = await handle.readFile();
  if (bytes.length !== KEY_BYTES)
    throw new KeyRefused(
      `the key ${file} is ${bytes.length} bytes long instead of ${KEY_BYTES}; put the right file back from where keys are kept safe`,
    );
  return createSecretKey(bytes);
}

async function write(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
