import { canonicalJson, NotCanonical } from '../kernel/canonical-json.js';
import type { Day, Instant } from '../kernel/days.js';
import type { Actor, Envelope, Occurred } from '../kernel/messages.js';
import { checkAppend } from './check-append.js';
import { BadAppend, type Append, type NewEvent, type StoredEvent } from './ports/event-store.js';

/** What stands where `recordedAt` will stand until the store knows it: of the same width, and an instant that no clock gives. */
export const UNDATED = '0000-00-00T00:00:00.000000Z';

/** How many canonical bytes one event may have, all fields together. */
export const EVENT_BYTES_LIMIT = 262_144;

/**
 * How many canonical bytes one append may have, all its events together: KurrentDB takes 1 MiB, and counts up to 400 more for each of
 * 100 events.
 *
 * Source: R-661, docs/rules.md.
 */
export const APPEND_BYTES_LIMIT = 1_000_000;

/** An event's canonical bytes that await their `recordedAt`; its place begins at byte `offset`. */
export type PendingEvent = Readonly<{ bytes: Buffer; offset: number }>;

/** An event as its bytes tell it; position, hashes and seal stand beside the bytes, never in them. */
export type WrittenEvent = Omit<Envelope, 'sealedAt'> & Occurred & Readonly<{ type: string; data: unknown }>;

/** What a store keeps of an event beside its bytes. */
export type BesideBytes = Pick<StoredEvent, 'position' | 'hash' | 'tenantHash' | 'sealedAt'>;

/** The fields in the order of the bytes. */
type Fields = Readonly<
  [
    tenant: Envelope['tenant'],
    streamId: Envelope['streamId'],
    version: number,
    eventId: Envelope['eventId'],
    type: string,
    schemaVersion: number,
    occurred: Day | Instant,
    recordedAt: Instant,
    actor: Envelope['actor'],
    commandId: Envelope['commandId'],
    correlationId: Envelope['correlationId'],
    causationId: Envelope['causationId'],
    data: unknown,
    sealed: Envelope['sealed'],
    overrides: Envelope['overrides'],
  ]
>;

// prettier-ignore
const NAMES = ['tenant', 'streamId', 'version', 'eventId', 'type', 'schemaVersion', 'occurred', 'recordedAt', 'actor', 'commandId', 'correlationId', 'causationId', 'data', 'sealed', 'overrides'];
const RECORDED_AT = NAMES.indexOf('recordedAt');
const DAY_WIDTH = 10;
const ESCAPED_NUL = /(?<!\\)(?:\\\\)*\\u0000/; // an odd number of backslashes; an even number is text that reads so

/**
 * The canonical bytes of an append's events, but for the instant that only the store knows: RFC 8785 of
 * `[tenant, streamId, version, eventId, type, schemaVersion, occurred, recordedAt, actor, commandId, correlationId, causationId, data, sealed, overrides]`.
 *
 * Shape: one per event, in order; versions count on from `expectedVersion`; `occurred` is a day (10 characters) or an instant (27).
 * Errors: throws `BadAppend` for whatever cannot be stored; its message names the field and never shows a value.
 * Source: docs/events.md.
 */
export function pendingEvents(append: Append): readonly PendingEvent[] {
  checkAppend(append);
  let total = 0;

  return append.events.map((event, index) => {
    const dated = { version: append.expectedVersion + 1 + index, recordedAt: UNDATED as Instant };
    const texts = fieldsOf(append, event, dated).map((field, at) => storableText(field, index, at));
    const pending = pendingEvent(texts, index);

    total += pending.bytes.length;
    if (total > APPEND_BYTES_LIMIT) throw new BadAppend(`events: more than ${APPEND_BYTES_LIMIT} bytes`);
    return pending;
  });
}

/**
 * The final bytes: a copy with `recordedAt` in its place.
 * Errors: throws when that place is not exactly at the offset; one byte off would be stored for ever, with good hashes.
 */
export function withRecordedAt({ bytes, offset }: PendingEvent, recordedAt: Instant): Buffer {
  const stands = bytes.toString('latin1', offset, offset + UNDATED.length);
  if (stands !== UNDATED || recordedAt.length !== UNDATED.length) throw new Error('no undated event at this offset');

  const filled = Buffer.from(bytes);
  filled.write(recordedAt, offset, 'latin1');
  return filled;
}

/** The events of an append as they were stored, once the store told when: read from the very bytes that it was given. */
export function writtenEvents(append: Append, recordedAt: Instant): readonly WrittenEvent[] {
  return pendingEvents(append).map((pending) => eventIn(withRecordedAt(pending, recordedAt)));
}

/**
 * Reads an event back from its stored bytes.
 * Errors: throws when these are not the bytes of an event.
 */
export function eventIn(bytes: Buffer): WrittenEvent {
  const fields: unknown = JSON.parse(bytes.toString('utf8'));
  if (!Array.isArray(fields) || fields.length !== NAMES.length) throw new Error('not the bytes of an event');

  return eventOf(fields as unknown as Fields);
}

/** The same, and null where these are not the bytes of an event; for who checks a log. */
export function readableEvent(bytes: Buffer): WrittenEvent | null {
  try {
    return eventIn(bytes);
  } catch {
    return null;
  }
}

/** The event in these bytes with what stands beside them, in one object that is the reader's own. */
export function storedEventIn(bytes: Buffer, beside: BesideBytes): StoredEvent {
  return Object.assign(eventIn(bytes), beside);
}

/** The canonical bytes of an event that was read: those that were stored, unless somebody altered them. */
export function bytesOf(event: WrittenEvent): Buffer {
  return Buffer.from(canonicalJson(fieldsOf(event, event, event)));
}

type OfAppend = Pick<Append, 'tenant' | 'streamId' | 'actor' | 'commandId' | 'correlationId' | 'causationId' | 'overrides'>;

/** Named one by one and never spread: this is done for every event that anybody appends. */
function fieldsOf(append: OfAppend, event: NewEvent, dated: Pick<Envelope, 'version' | 'recordedAt'>): Fields {
  const { tenant, streamId, commandId, correlationId, causationId } = append;
  const { eventId, type, schemaVersion, data } = event;
  const occurred = event.occurredOn ?? event.occurredAt;
  const sealed = event.sealed && { subject: event.sealed.subject, digest: event.sealed.digest };
  const overrides = append.overrides.map(({ eventId, code, reason }) => ({ eventId, code, reason }));
  // prettier-ignore
  return [tenant, streamId, dated.version, eventId, type, schemaVersion, occurred, dated.recordedAt, actorOf(append.actor), commandId, correlationId, causationId, data, sealed, overrides];
}

/** Member by member, so that what a caller's object holds besides never reaches the log. */
function actorOf({ subject, role, organisation, onBehalfOf }: Actor): Actor {
  return { subject, role, organisation, onBehalfOf };
}

/** Field by field and never spread, which takes ten times as long: this is done for every event that anybody reads. */
function eventOf(fields: Fields): WrittenEvent {
  // prettier-ignore
  const [tenant, streamId, version, eventId, type, schemaVersion, occurred, recordedAt, actor, commandId, correlationId, causationId, data, sealed, overrides] = fields;
  const when = occurred.length === DAY_WIDTH ? 'occurredOn' : 'occurredAt';
  // prettier-ignore
  const event = { tenant, streamId, version, eventId, type, schemaVersion, [when]: occurred, recordedAt, actor, commandId, correlationId, causationId, data, sealed, overrides };
  return event as unknown as WrittenEvent;
}

/** RFC 8785 of an array is that of its members between commas, so the offset follows from the fields before, whatever these hold. */
function pendingEvent(texts: readonly string[], index: number): PendingEvent {
  const before = `[${texts.slice(0, RECORDED_AT).join(',')},`;
  const bytes = Buffer.from(`${before}${texts.slice(RECORDED_AT).join(',')}]`);
  if (bytes.length > EVENT_BYTES_LIMIT) throw new BadAppend(`events[${index}]: more than ${EVENT_BYTES_LIMIT} bytes`);

  return { bytes, offset: Buffer.byteLength(before) + '"'.length };
}

function storableText(value: unknown, index: number, at: number): string {
  const text = canonicalOrBad(value, index, at);
  if (text.includes('\\u0000') && ESCAPED_NUL.test(text)) throw new BadAppend(`${pathOf(index, at)}: holds U+0000`);
  return text;
}

function canonicalOrBad(value: unknown, index: number, at: number): string {
  try {
    return canonicalJson(value);
  } catch (error) {
    if (error instanceof NotCanonical) throw new BadAppend(`${pathOf(index, at)}${error.path.slice(1)}: ${error.fault}`);
    throw error;
  }
}

const pathOf = (index: number, at: number): string => `events[${index}].${NAMES[at]}`;
