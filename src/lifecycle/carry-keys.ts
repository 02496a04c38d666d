import path from 'node:path';
import { StartFailure } from '../adapters/embedded-postgres/start-failure.js';
import { KEY_NAMES, openKeyFolder } from '../adapters/key-folder/key-folder.js';

/**
 * Gives a store's folder the keys of another's, as what is sealed there is to be opened here; those that it has must be the same.
 * Errors: StartFailure when one is another, KeyRefused.
 * Source: R-556.
 */
export async function carryKeys(from: string, to: string): Promise<void> {
  const source = await openKeyFolder(path.join(from, 'keys'));
  const target = await openKeyFolder(path.join(to, 'keys'));
  for (const name of KEY_NAMES) {
    const key = await source.existing(name);
    if (key === null) continue;
    const there = (await target.existing(name)) ?? (await target.put(name, key));
    if (!there.equals(key))
      throw new StartFailure(`The store in ${to} has another ${name}.key than the one in ${from}: copy into a new folder.`);
  }
}
