import type { JSONEventData } from '@kurrent/kurrentdb-client';
import { createHash } from 'node:crypto';
import type { StoredEvent } from '../../application/ports/event-store.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Instant } from '../../kernel/days.js';
import type { EventId, StreamId, TenantId } from '../../kernel/ids.js';
import { serverIdOf } from './server-id.js';
import type { ServerEvent } from './stored-form.js';

/** The seal of one event: link 2 of its tenant in lower-case hex, and since when the event counts as known. `n` counts from 1. */
export type Seal = Readonly<{
  tenant: TenantId;
  n: number;
  stream: StreamId;
  version: number;
  eventId: EventId;
  tenantHash: string;
  sealedAt: Instant;
}>;

/** What sealing needs of an event, and of the append that it came with. */
export type Sealable = Pick<StoredEvent, 'tenant' | 'streamId' | 'version' | 'eventId' | 'recordedAt' | 'hash' | 'position'> &
  Readonly<{ appendedTo: number }>;

const TYPE = 'EventSealed';
const STREAM = 'seal-';

/** The stream of a tenant's seals; no stream of events begins so. The n-th seal has the server's revision n - 1. */
export const sealStreamOf = (tenant: TenantId): string => `${STREAM}${tenant}`;

export const isSealStream = (stream: string): boolean => stream.startsWith(STREAM);

/** A seal as it is sent. Its id binds all that it says, as the server takes the same ids for the same append and compares no bytes. */
export function serverSeal(seal: Seal): JSONEventData {
  return { id: sealIdOf(seal), contentType: 'application/json', type: TYPE, data: seal, metadata: {} };
}

/** Whether what stands in a stream of seals has the form of one. */
export function isSealForm({ type, data }: Pick<ServerEvent, 'type' | 'data'>): boolean {
  if (type !== TYPE || typeof data !== 'object' || data === null) return false;
  const { tenant, n, stream, version, eventId, tenantHash, sealedAt } = data as unknown as Partial<Seal>;
  const isText = [tenant, stream, eventId, tenantHash, sealedAt].every((text) => typeof text === 'string');
  return isText && Number.isSafeInteger(n) && Number.isSafeInteger(version);
}

/** A seal as it is read. */
export const sealIn = ({ data }: Pick<ServerEvent, 'data'>): Seal => data as unknown as Seal;

/** The id under which the server has a seal. */
export const sealIdOf = (seal: Seal): string =>
  serverIdOf(seal.eventId, createHash('sha256').update(canonicalJson(seal)).digest());
