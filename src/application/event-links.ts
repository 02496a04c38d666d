import { createHash } from 'node:crypto';

/** What the first event of a stream (link 1) and of a tenant (link 2) follows: 32 zero bytes. */
export const FIRST_PREDECESSOR: Buffer = Buffer.alloc(32);

/** Link 1: binds an event's bytes to the link 1 of the stream's previous event. */
export function streamLink(bytes: Uint8Array, previous: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).update(previous).digest();
}

/** Link 2, the seal: binds an event's link 1 to the link 2 of the tenant's previous event. */
export function tenantLink(previous: Uint8Array, streamHash: Uint8Array): Buffer {
  return createHash('sha256').update(previous).update(streamHash).digest();
}
