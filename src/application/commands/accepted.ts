import type { StreamId } from '../../kernel/ids.js';
import type { Position, StoredEvent } from '../ports/event-store.js';
import type { Way } from './way.js';

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

/** The answer that the events of one command give, in order. */
export function acceptedOf(events: readonly StoredEvent[], { of, begins, ownId }: Way): Accepted {
  const last = events[events.length - 1];
  const made = events.map(({ type, data }) => idIn(data, of.makes[type])).find((id) => id !== null) ?? null;
  return { kind: 'accepted', streamId: last.streamId, id: begins ? ownId : made, version: last.version, position: last.position };
}

function idIn(data: unknown, member: string | undefined): string | null {
  const id = member && (data as Record<string, unknown>)[member];
  return typeof id === 'string' ? id : null;
}
