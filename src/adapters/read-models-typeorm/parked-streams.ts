import type pg from 'pg';
import type { Poison } from '../../read-models/projection.js';
import type { StreamKey } from './table.js';

/** A stream that one projection could not fold: at which event, and the name of the fault; never what the event holds. */
export type ParkedStream = StreamKey & Readonly<{ eventId: string; fault: string }>;

/** Which build of which projection. */
export type BuildKey = Readonly<{ projectionName: string; build: number }>;

/** The streams of a projection's live build that stand still until a fix; their rows are those from before it and are told as stale. */
export async function parkedIn(pool: Pick<pg.Pool, 'query'>, projection: string): Promise<readonly ParkedStream[]> {
  const { rows } = await pool.query<ParkedStream>(
    `${PARKED} join read.projection live on live.name = p.projection and live.build = p.build and live.live
     where p.projection = $1 order by p.since, p.stream_id`,
    [projection],
  );
  return rows;
}

/** Those of one build, seen or not. */
export async function parkedInBuild(
  client: Pick<pg.ClientBase, 'query'>,
  { projectionName, build }: BuildKey,
): Promise<readonly ParkedStream[]> {
  const { rows } = await client.query<ParkedStream>(`${PARKED} where p.projection = $1 and p.build = $2 order by p.stream_id`, [
    projectionName,
    build,
  ]);
  return rows;
}

const PARKED = 'select p.tenant, p.stream_id as "streamId", p.event_id as "eventId", p.fault from read.parked_stream p';

/**
 * Says within the transaction that writes the rows which of these streams are parked now; the others of them are not, or no longer.
 * `since` stays while it is the same event.
 */
export async function park(
  client: pg.ClientBase,
  { projectionName, build }: BuildKey,
  { streams, parked }: Readonly<{ streams: readonly StreamKey[]; parked: readonly (Poison & { stream: StreamKey })[] }>,
): Promise<void> {
  await client.query(
    `delete from read.parked_stream p using unnest($3::text[], $4::text[]) s (tenant, stream_id)
     where p.projection = $1 and p.build = $2 and p.tenant = s.tenant and p.stream_id = s.stream_id and p.event_id <> all ($5::uuid[])`,
    [projectionName, build, ...columnsOf(streams), parked.map(({ eventId }) => eventId)],
  );
  if (parked.length === 0) return;
  await client.query(
    `insert into read.parked_stream (projection, build, tenant, stream_id, event_id, fault)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::uuid[], $6::text[])
     on conflict (projection, build, tenant, stream_id) do update set fault = excluded.fault`,
    [
      projectionName,
      build,
      ...columnsOf(parked.map(({ stream }) => stream)),
      parked.map(({ eventId }) => eventId),
      parked.map(({ fault }) => fault),
    ],
  );
}

const columnsOf = (streams: readonly StreamKey[]): [tenants: string[], streamIds: string[]] => [
  streams.map(({ tenant }) => tenant),
  streams.map(({ streamId }) => streamId),
];
