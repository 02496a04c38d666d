import type { StreamId } from '../../kernel/ids.js';
import type { WrittenEvent } from '../event-bytes.js';
import type { Position } from '../ports/event-store.js';
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

/** The answer that the events of one command give, in order; `position` is that of the last. */
export function acceptedOf(events: readonly WrittenEvent[], position: Position, { of, begins, ownId }: Way): Accepted {
  const last = events[events.length - 1];
  const made = events.map(({ type, data }) => idIn(data, of.makes[type])).find((id) => id !== null) ?? null;
  return { kind: 'accepted', streamId: last.streamId, id: begins ? ownId : made, version: last.version, position };
}

function idIn(data: unknown, member: string | undefined): string | null {
  const id = member && (data as Record<string, unknown>)[member];
  return typeof id === 'string' ? id : null;
}
