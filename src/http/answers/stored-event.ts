import type { StoredEvent } from '../../application/ports/event-store.js';
import { addressOfWords } from './addresses.js';

/**
 * An event as it stands in the log: envelope, data, and both links of the chain.
 * Of what is sealed it has the digest and an address where who may can read the words; never the words, never their ciphertext.
 */
export function eventAnswer({ position: _, sealed, ...event }: StoredEvent) {
  const { streamId, eventId } = event;
  return { ...event, sealed: sealed && { ...sealed, address: addressOfWords(streamId, eventId) } };
}

export type EventAnswer = ReturnType<typeof eventAnswer>;
