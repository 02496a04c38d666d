import { createHash } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json.js';
import type { Id, IdName, Name } from '../kernel/ids.js';

/** The project's one name space, for ever: the UUIDv5 of `trajectlijn` in the name space of domain names of RFC 9562. */
export const NAME_SPACE = '4f6798b1-1e4e-5571-90fd-30623b56be5c';

const NAME_SPACE_BYTES = Buffer.from(NAME_SPACE.replaceAll('-', ''), 'hex');

/**
 * The id that a name stands for: the UUIDv5 of the name's RFC 8785 bytes, so the same cause gives the same id everywhere.
 *
 * Errors: throws `NotCanonical` for a name with a lone surrogate.
 * Source: docs/events.md has vectors.
 */
export const idOf: Name = <N extends string>(name: IdName): Id<N> => {
  const digest = createHash('sha1').update(NAME_SPACE_BYTES).update(canonicalJson(name)).digest();
  digest[6] = (digest[6] & 0x0f) | 0x50; // version 5
  digest[8] = (digest[8] & 0x3f) | 0x80; // the variant of RFC 9562

  return digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as Id<N>;
};
