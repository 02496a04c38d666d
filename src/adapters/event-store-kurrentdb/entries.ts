import { STREAM } from '../../application/check-append.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { NameSpace } from './names.js';
import type { ServerPosition } from './positions.js';
import { isSealForm, isSealStream, sealIn, type Seal } from './seal.js';
import { serverIdOf } from './server-id.js';
import { appendedTo, isStoredForm, storedEvent, type ServerEvent } from './stored-form.js';
import type { HearsStrangers, Stranger } from './strangers.js';

/** What the server's whole log gives; `event` is absent where a link leads nowhere. */
export type Resolved = Readonly<{ event?: ServerEvent & Where }>;

/** Where the server keeps something. */
export type Where = Readonly<{ id: string; streamId: string; revision: bigint; position?: ServerPosition }>;

/** What stands in the whole log of one store: an event of a stream, or the seal of an earlier one. */
export type Entry = LogEvent | LogSeal;

/** `appendedTo` is the version of the last event that came by the same append. */
export type LogEvent = Readonly<{ kind: 'event'; event: StoredEvent; appendedTo: number; where: ServerEvent & Where }>;
export type LogSeal = Readonly<{ kind: 'seal'; seal: Seal; where: ServerEvent & Where }>;

/** The stream that says which store this is, and holds no event of a case. */
export const IDENTITY_STREAM = 'store';

/**
 * What something in the server's log is to this store by its form, for who judges the rest; undefined when it is the server's own,
 * another store's, or says which this is.
 */
export function foundIn(names: NameSpace, { event }: Resolved): Entry | Stranger | undefined {
  const stream = event && names.streamIn(event.streamId);
  if (stream === undefined || stream === IDENTITY_STREAM) return undefined;
  const where = event!;
  if (isSealStream(stream)) return isSealForm(where) ? { kind: 'seal', seal: sealIn(where), where } : strangerAt(where);
  if (!STREAM.test(stream) || !isStoredForm(where)) return strangerAt(where);
  return { kind: 'event', event: storedEvent(where), appendedTo: appendedTo(where), where };
}

/** The entries of this store amid others' events; of what stands in its name space and is none, `stranger` hears. Source: R-660. */
export function entriesIn(names: NameSpace, found: readonly Resolved[], stranger: HearsStrangers): readonly Entry[] {
  return found.flatMap((one) => entryIn(names, one, stranger) ?? []);
}

/** The same of one event. */
export function entryIn(names: NameSpace, one: Resolved, stranger: HearsStrangers): Entry | undefined {
  const found = foundIn(names, one);
  if (found?.kind === 'seal' || (found?.kind === 'event' && isInPlace(names, found))) return found;
  if (found) stranger(found.kind === 'stranger' ? found : strangerAt(found.where));
  return undefined;
}

/** Whether an event stands where, and under the id, that it was written with: a copy of one elsewhere is not one. */
function isInPlace(names: NameSpace, { event, where }: LogEvent): boolean {
  const { streamId, version, eventId, hash } = event;
  const isThere = where.streamId === names.of(streamId) && where.revision === BigInt(version - 1);
  return isThere && where.id === serverIdOf(eventId, Buffer.from(hash, 'hex'));
}

const strangerAt = (where: ServerEvent & Where): Stranger => {
  const { id, streamId, revision, position, type } = where;
  return { kind: 'stranger', type, where: { id, streamId, revision, position } };
};
