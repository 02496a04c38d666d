import type { JSONEventData, JSONRecordedEvent } from '@kurrent/kurrentdb-client';
import { bytesOf, eventIn, type WrittenEvent } from '../../application/event-bytes.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import { positionOf, type ServerPosition } from './positions.js';
import { isInstant } from '../../kernel/days.js';
import { serverIdOf } from './server-id.js';

/** How an event came: the version of the last event of its append, so that whoever seals sees whether it is whole, and the decision of which it is the first. */
export type CameBy = Readonly<{ appendedTo: number; decision?: string }>;

/** What is stored beside `data` and the type: the rest of the envelope, link 1 in lower-case hex, and how it came. */
type Metadata = Omit<WrittenEvent, 'type' | 'data'> & Readonly<{ hash: string }> & CameBy;

/** What a read gives of one event; `position` is absent only on servers that are too old to be used. */
export type ServerEvent = Pick<JSONRecordedEvent, 'id' | 'type' | 'data' | 'metadata'> & Readonly<{ position?: ServerPosition }>;

/** An event as it is sent: JSON, so that the server's own tools can read it. */
export function serverEvent(bytes: Buffer, hash: Buffer, cameBy: CameBy): JSONEventData {
  const { type, data, ...rest } = eventIn(bytes);
  const metadata: Metadata = { ...rest, hash: hash.toString('hex'), ...cameBy };
  const id = serverIdOf(rest.eventId, hash);
  return { id, contentType: 'application/json', type, data, metadata } as unknown as JSONEventData;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;

/** Whether an event has the form that a store gives to its own, so that it can be read as one; whether it is one, its place and id tell. */
export function isStoredForm({ type, metadata, position }: ServerEvent): boolean {
  if (!position || type.startsWith('$') || typeof metadata !== 'object' || metadata === null) return false;
  const { hash, eventId, streamId, tenant, version, appendedTo: end, recordedAt } = metadata as Partial<Metadata>;
  const isText = [eventId, streamId, tenant, recordedAt, hash].every((text) => typeof text === 'string');
  if (!isText || !Number.isSafeInteger(version) || !Number.isSafeInteger(end)) return false;
  return HASH.test(hash!) && UUID.test(eventId!) && isInstant(recordedAt!);
}

/**
 * An event as it is read. Its canonical bytes are those that were stored, as RFC 8785 has one text for one JSON value;
 * what the server says of when it came is ignored.
 *
 * Errors: throws for an event that no store wrote.
 */
export function storedEvent({ id, type, data, metadata, position }: ServerEvent): StoredEvent {
  const { hash, appendedTo: _, decision: __, ...rest } = (metadata ?? {}) as Metadata;
  if (hash === undefined || !position) throw new Error(`the server's event ${id} is not one of this store`);
  return { ...rest, type, data, hash, position: positionOf(position, id) } as unknown as StoredEvent;
}

/** The version of the last event that came by the same append. */
export const appendedTo = ({ metadata }: Pick<ServerEvent, 'metadata'>): number => (metadata as Metadata).appendedTo;

/** The decision of which this is the first event, where that claimed something. */
export const decisionIn = ({ metadata }: Pick<ServerEvent, 'metadata'>): string | undefined => (metadata as Metadata).decision;

/** The canonical bytes of an event that was read. */
export const canonicalBytes = (event: StoredEvent): Buffer => bytesOf(event);
