import { nameIn } from '../../programme/names.js';
import type { Definition } from '../../programme/programme.events.js';
import { asWritten, type NamesOfCodes } from './line.js';

/** For what stands under no programme: every code as it is written. */
export const unnamed: NamesOfCodes = (_, code) => asWritten(code);

/**
 * The first of these definitions that names a code says how it is called. A name is a wording and no rule, so that of a later
 * version serves whoever stands under an earlier one too: put the newest first.
 *
 * Source: R-591, docs/rules.md.
 */
export function namesOfCodes(definitions: readonly Definition[]): NamesOfCodes {
  return (list, code) => {
    const [named] = definitions.flatMap((definition) => nameIn(definition, list, code) ?? []);
    return named ?? asWritten(code);
  };
}
