import type { StreamId } from '../../kernel/ids.js';
import type { Position, StoredEvent } from '../ports/event-store.js';

/** What was stored: computed from the events that carry the command id, so the same for every repeat. */
export type Accepted = Readonly<{
  kind: 'accepted';
  streamId: StreamId;
  /** The id that the command made: that of a new stream, or of what began in it; null when it made none. */
  id: string | null;
  /** The version of the last event of the command. */
  version: number;
  position: Position;
}>;

/** The events of one command, in order; `createdIn` tells which field of an event's data names what it made. */
export function acceptedOf(events: readonly StoredEvent[], createdIn: (event: StoredEvent) => string | null): Accepted {
  const last = events[events.length - 1];
  const id = events.map(createdIn).find((created) => created !== null) ?? null;
  return { kind: 'accepted', streamId: last.streamId, id, version: last.version, position: last.position };
}
