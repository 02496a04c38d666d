import type { FeedEvent } from './running-demo.js';

const COMPARED = [
  'version',
  'type',
  'schemaVersion',
  'eventId',
  'occurredOn',
  'occurredAt',
  'actor',
  'commandId',
  'correlationId',
  'causationId',
  'data',
];

/** What must be equal of two feeds, stream by stream; keys, ciphertext, digests, hashes and positions are left out. */
export function comparable(events: readonly FeedEvent[]): Record<string, unknown[]> {
  const streams: Record<string, unknown[]> = {};
  for (const event of events) {
    const compared = Object.fromEntries(COMPARED.map((field) => [field, event[field]]));
    (streams[event.streamId] ??= []).push({ ...compared, recordedAt: event.recordedAt.slice(0, 16) });
  }
  return streams;
}
