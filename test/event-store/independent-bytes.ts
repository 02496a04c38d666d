import { createHash } from 'node:crypto';

/** An event as it comes out of a feed: plain JSON, nothing of the engine's own types. */
export type PlainEvent = Readonly<Record<string, unknown>>;

/** What both links begin with. */
export const ZEROS: Buffer = Buffer.alloc(32);

const BEFORE = ['tenant', 'streamId', 'version', 'eventId', 'type', 'schemaVersion'];
const IDS = ['commandId', 'correlationId', 'causationId'];

/** The bytes of an event, written from docs/events.md alone: this file imports nothing from src, and must stay so. */
export function independentBytes(event: PlainEvent): Buffer {
  const get = (name: string) => event[name] ?? null;
  const { actor, sealed, overrides } = event as Record<string, PlainEvent | undefined>;
  const fields = [
    ...BEFORE.map(get),
    event.occurredOn ?? event.occurredAt,
    event.recordedAt,
    only(actor ?? {}, ['subject', 'role', 'organisation', 'onBehalfOf']),
    ...IDS.map(get),
    event.data,
    sealed ? only(sealed, ['subject', 'digest']) : null,
    ((overrides ?? []) as unknown as PlainEvent[]).map((waived) => only(waived, ['eventId', 'code', 'reason'])),
  ];
  return Buffer.from(jcs(fields), 'utf8');
}

/** SHA-256 of the parts, one after the other. */
export function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function only(value: PlainEvent, names: readonly string[]): PlainEvent {
  return Object.fromEntries(names.map((name) => [name, value[name] ?? null]));
}

/** RFC 8785 over what `JSON.parse` gives: sorts names by UTF-16 code units, which is how JavaScript compares texts. */
function jcs(value: unknown): string {
  if (Array.isArray(value)) return '[' + value.map(jcs).join() + ']';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return '{' + members.map(([name, member]) => JSON.stringify(name) + ':' + jcs(member)).join() + '}';
}
