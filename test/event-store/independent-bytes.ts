import { createHash } from 'node:crypto';

/** An event as it comes out of a feed: plain JSON, nothing of the engine's own types. */
export type PlainEvent = Readonly<Record<string, unknown>>;

/** What both links begin with. */
export const ZEROS: Buffer = Buffer.alloc(32);

/** The bytes of an event, written from docs/events.md alone: this file imports nothing from src, and must stay so. */
export function independentBytes(event: PlainEvent): Buffer {
  const names = ['tenant', 'streamId', 'version', 'eventId', 'type', 'schemaVersion', 'occurred', 'recordedAt', 'actor'];
  names.push('commandId', 'correlationId', 'causationId', 'data', 'sealed', 'overrides');
  const fields: Record<string, unknown> = { ...event, occurred: event.occurredOn ?? event.occurredAt };
  return Buffer.from(jcs(names.map((name) => fields[name] ?? null)), 'utf8');
}

/** SHA-256 of the parts, one after the other. */
export function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

/** RFC 8785 over what `JSON.parse` gives: sorts names by UTF-16 code units, which is how JavaScript compares texts. */
function jcs(value: unknown): string {
  if (Array.isArray(value)) return '[' + value.map(jcs).join() + ']';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return '{' + members.map(([name, member]) => JSON.stringify(name) + ':' + jcs(member)).join() + '}';
}
