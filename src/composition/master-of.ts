import type pg from 'pg';
import type { KeyFolder } from '../adapters/key-folder/key-folder.js';
import { masterKey } from '../adapters/key-folder/master-key.js';
import { CannotUnwrap, type MasterKey } from '../application/ports/master-key.js';

/**
 * The master key of a database. One is made only where none was used yet: made beside the wrong folder, it would look like the right one.
 * Errors: throws `CannotUnwrap` when it is not in the folder of keys. Source: R-644.
 */
export async function masterOf(keys: KeyFolder, writer: pg.Pool): Promise<MasterKey> {
  // Asked before the folder: who else starts for the first time makes the key before using it.
  const { rows } = await writer.query<{ master: string }>('select master from vault.hash_key limit 1');
  const key = await keys.existing('master');
  if (key === null && rows.length > 0)
    throw new CannotUnwrap(
      `the database holds keys of master key ${rows[0].master}, and ${keys.folder} has no master.key: set DATA_DIR to where it is, or put it back`,
    );
  return masterKey(key ?? (await keys.key('master')));
}
