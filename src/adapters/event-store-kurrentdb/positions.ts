import { ForeignPosition, type Position } from '../../application/ports/event-store.js';

/** A place in the server's whole log. */
export type ServerPosition = Readonly<{ commit: bigint; prepare: bigint }>;

/** What a position says: the place, and the beginning of the server's id of the event that stands there. */
export type Place = ServerPosition & Readonly<{ mark: string }>;

const WIDTH = 20; // of the largest unsigned number of 64 bits
const MARK_WIDTH = 13; // of a UUID: 12 hexadecimal digits and a hyphen
const POSITION = /^k(\d{20})-(\d{20})-([0-9a-f]{8}-[0-9a-f]{4})$/;

/**
 * The position of an event: ordered as text, and with a mark of the event itself, because a server that was restored from an
 * older back-up answers nothing and no error to who asks for what comes after a place that it no longer has.
 */
export function positionOf({ commit, prepare }: ServerPosition, serverId: string): Position {
  return `k${padded(commit)}-${padded(prepare)}-${markOf(serverId)}` as Position;
}

export const markOf = (serverId: string): string => serverId.slice(0, MARK_WIDTH);

/**
 * What a position says.
 * Errors: throws for a position that no store on KurrentDB makes.
 */
export function placeIn(position: Position): Place {
  const parts = POSITION.exec(position);
  if (!parts) throw new ForeignPosition();
  return { commit: BigInt(parts[1]), prepare: BigInt(parts[2]), mark: parts[3] };
}

const padded = (part: bigint): string => String(part).padStart(WIDTH, '0');
