import type { ParkedReaction } from '../../application/ports/reactions.js';

/** An instant as text that keeps its microseconds and sorts like itself. */
const SINCE = `to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since`;

/** Everything that is aside, one row each; an event has the number -1, which sorts before its commands. */
export const PARKED = `
  select tenant, reaction, event_id, -1 as n, stream_id, why, because, null as command,
    null as "askedOf", null as "matchId", ${SINCE} from read.reaction_aside
  union all
  select tenant, reaction, event_id, n, stream_id, 'refused', settled ->> 'code', asked -> 'command' ->> 'type',
    (asked ->> 'of') || '-' || (asked ->> 'id'), asked -> 'command' -> 'data' ->> 'matchId', ${SINCE}
  from read.reaction_command where settled ->> 'kind' = 'parked'`;

export type ParkedRow = Omit<ParkedReaction, 'eventId' | 'streamId'> &
  Readonly<{ event_id: ParkedReaction['eventId']; stream_id: ParkedReaction['streamId'] }>;

export const parkedOf = ({ reaction, event_id, n, stream_id, why, because, ...row }: ParkedRow): ParkedReaction => ({
  reaction,
  eventId: event_id,
  n,
  streamId: stream_id,
  why,
  because,
  command: row.command,
  askedOf: row.askedOf,
  matchId: row.matchId,
  since: row.since,
});
