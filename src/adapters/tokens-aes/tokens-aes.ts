import type { KeyObject } from 'node:crypto';
import type { Position } from '../../application/ports/event-store.js';
import type { FeedPlace, PagePlace, Tokens } from '../../application/ports/tokens.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { TenantId } from '../../kernel/ids.js';
import { syntheticIv } from './synthetic-iv.js';

/** The first byte of every token; a token of another version is nonsense to this one. */
const VERSION = 1;
/** What a token says is filled up to a multiple of this, so that its length tells neither the kind of a stream nor how long the log is. */
const BLOCK_BYTES = 64;
/** Far above any token that was made here; longer text is not even decoded. */
const TOKEN_LIMIT = 8192;

/** What a token may be read as: it opens only for the tenant, the use and the question it was made for. */
type Use = readonly ['position'] | readonly ['feed'] | readonly ['page', question: string];

/**
 * Tokens that hold what they say, encrypted: the server keeps nothing of them.
 * The key is one of its own, so a new master key lets every reader of the feed go on.
 *
 * Shape: base64url without padding of version (1 byte) ‖ tag (16) ‖ ciphertext (a multiple of 64).
 */
export function tokensAes(key: KeyObject): Tokens {
  const cipher = syntheticIv(key);
  const write = (tenant: TenantId, use: Use, value: unknown) => {
    const sealed = cipher.seal(filledUp(canonicalJson(value)), contextOf(tenant, use));
    return Buffer.concat([Buffer.of(VERSION), sealed]).toString('base64url');
  };
  const read = (tenant: TenantId, use: Use, token: string): unknown => {
    const bytes = decoded(token);
    const text = bytes?.[0] === VERSION ? cipher.open(bytes.subarray(1), contextOf(tenant, use)) : null;
    return text === null ? null : JSON.parse(text.toString());
  };

  return {
    ofPosition: (tenant, position) => write(tenant, ['position'], position),
    positionIn: (tenant, token) => read(tenant, ['position'], token) as Position | null,
    ofFeed: (tenant, { streamId, version }) => write(tenant, ['feed'], { streamId, version }),
    feedPlaceIn: (tenant, token) => read(tenant, ['feed'], token) as FeedPlace | null,
    ofPage: (tenant, question, place) => write(tenant, ['page', question], place),
    pagePlaceIn: (tenant, question, token) => read(tenant, ['page', question], token) as PagePlace | null,
  };
}

/** Node skips what is not base64url and ignores left-over bits, so one token could be written in several ways: only the one that was given is read. */
function decoded(token: string): Buffer | null {
  if (token.length > TOKEN_LIMIT) return null;
  const bytes = Buffer.from(token, 'base64url');
  return bytes.toString('base64url') === token ? bytes : null;
}

const contextOf = (tenant: TenantId, use: Use) => Buffer.from(canonicalJson(['token', VERSION, tenant, use]));

/** JSON may end in spaces. */
function filledUp(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc(BLOCK_BYTES - (bytes.length % BLOCK_BYTES), ' ')]);
}
