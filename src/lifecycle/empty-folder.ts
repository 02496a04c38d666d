import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { databaseUser } from '../adapters/embedded-postgres/database-user.js';
import { makeFolders } from '../adapters/embedded-postgres/folders.js';
import { passwordsFrom } from '../adapters/embedded-postgres/logins.js';
import { vacate } from '../adapters/embedded-postgres/occupancy.js';
import { openKeyFolder } from '../adapters/key-folder/key-folder.js';

/**
 * Removes all data of a store that nobody needs any more, keys and all; a PostgreSQL that was left behind on it is stopped first.
 *
 * Errors: StartFailure while another process works on it.
 */
export async function emptyFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) return;

  const keys = await openKeyFolder(path.join(folder, 'keys'));
  const folders = makeFolders(folder, databaseUser());
  const password = passwordsFrom(await keys.key('database'))('postgres');
  await vacate(folders, { host: folders.socket, port: 5432, user: 'postgres', database: 'postgres', password });
  await rm(folder, { recursive: true, force: true });
}
