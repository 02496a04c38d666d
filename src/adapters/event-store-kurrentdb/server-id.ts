import { createHash } from 'node:crypto';
import type { EventId } from '../../kernel/ids.js';

/**
 * The id under which the server stores an event: the UUIDv5 of its link 1 in the name space of its `eventId`.
 * The server takes the same ids for the same append and never compares bytes; as the link binds the bytes and everything before
 * them in the stream, only identical bytes count as the same.
 *
 * Shape: `hash` is 32 bytes.
 */
export function serverIdOf(eventId: EventId, hash: Buffer): string {
  const space = Buffer.from(eventId.replaceAll('-', ''), 'hex');
  const digest = createHash('sha1').update(space).update(hash).digest();
  digest[6] = (digest[6] & 0x0f) | 0x50; // version 5
  digest[8] = (digest[8] & 0x3f) | 0x80; // the variant of RFC 9562

  return digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
