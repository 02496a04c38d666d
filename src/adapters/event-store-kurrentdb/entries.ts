import type { StoredEvent } from '../../application/ports/event-store.js';
import type { NameSpace } from './names.js';
import type { ServerPosition } from './positions.js';
import { isSealStream, sealIn, type Seal } from './seal.js';
import { appendedTo, storedEvent, type ServerEvent } from './stored-form.js';

/** What the server's whole log gives; `event` is absent where a link leads nowhere. */
export type Resolved = Readonly<{ event?: ServerEvent & Where }>;

/** Where the server keeps something. */
export type Where = Readonly<{ id: string; streamId: string; revision: bigint; position?: ServerPosition }>;

/** What stands in the whole log of one store: an event of a stream, or the seal of an earlier one. */
export type Entry = LogEvent | LogSeal;

/** `appendedTo` is the version of the last event that came by the same append. */
export type LogEvent = Readonly<{ kind: 'event'; event: StoredEvent; appendedTo: number; where: Where }>;
export type LogSeal = Readonly<{ kind: 'seal'; seal: Seal; where: Where }>;

/** The stream that says which store this is, and holds no event of a case. */
export const IDENTITY_STREAM = 'store';

/**
 * What something in the server's log is to this store; undefined when it is the server's own, another store's, or says which this is.
 * Errors: throws for what stands in this store's name space and is neither event nor seal.
 */
export function entryIn(names: NameSpace, { event }: Resolved): Entry | undefined {
  const stream = event && names.streamIn(event.streamId);
  if (stream === undefined || stream === IDENTITY_STREAM) return undefined;
  const where = event!;
  if (isSealStream(stream)) return { kind: 'seal', seal: sealIn(where), where };
  return { kind: 'event', event: storedEvent(where), appendedTo: appendedTo(where), where };
}
