import type pg from 'pg';
import { areOfOneKind, type EventStore, type Position, type StoredEvent } from '../../application/ports/event-store.js';
import type { StreamId } from '../../kernel/ids.js';
import type { Lease } from './lease.js';
import type { Table } from './table.js';

/** At most so many differing streams are named. */
const NAMED = 20;

/** How many events are read at once of what lies between two builds. */
const PAGE = 1_000;

/**
 * How the rows of a new build compare to those that readers see.
 * Shape: `rows` and `digest` are of the new build; `digest` does not depend on the order of rows, so that the same log gives the same one
 * on any machine. `differing` counts the streams whose rows are not the same; at most twenty are named.
 */
export type Compared = Readonly<{ rows: number; digest: string; differing: number; streams: readonly StreamId[] }>;

type Comparing = Readonly<{ store: EventStore; pool: pg.Pool; lease: Lease }>;

/**
 * Compares a build with the live one, in one snapshot, while both go on; streams of which one has read more than the other are left out.
 * Null where there is no live one, or one of another version or of another log, whose rows may well be others.
 */
export async function compared<Row>({ store, pool, lease }: Comparing, table: Table<Row>): Promise<Compared | null> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const both = await bothOf(client, lease);
    const digests = both && (await digestsOf(client, lease, { table, apart: await streamsApart(store, both) }));
    await client.query('commit');
    return digests;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** How far each of the two has come in this snapshot, the one further behind first. */
async function bothOf(client: pg.ClientBase, lease: Lease): Promise<readonly [Position, Position] | null> {
  const { rows } = await client.query<{ position: Position | null }>(
    `select position from read.projection p where name = $1 and (live or build = $2)
       and version = (select live.version from read.projection live where live.name = $1 and live.live)`,
    [lease.projectionName, lease.build],
  );
  const [from, to] = rows.map(({ position }) => position ?? ('' as Position)).sort();
  if (to === undefined || (from !== '' && !areOfOneKind(from, to))) return null;
  return [from, to];
}

/** The streams of which one of the two has read more than the other. */
async function streamsApart(store: EventStore, [from, to]: readonly [Position, Position]): Promise<readonly StreamId[]> {
  const apart = new Set<StreamId>();
  for await (const { streamId } of between(store, from, to)) apart.add(streamId);
  return [...apart];
}

async function* between(store: EventStore, from: Position, to: Position): AsyncIterable<StoredEvent> {
  for (let after = from; after < to;) {
    const events = await store.readAll({ ...(after === '' ? {} : { after }), limit: PAGE });
    yield* events.filter(({ position }) => position <= to);
    if (events.length === 0) return;
    after = events[events.length - 1].position;
  }
}

async function digestsOf<Row>(
  client: pg.ClientBase,
  lease: Lease,
  { table, apart }: Readonly<{ table: Table<Row>; apart: readonly StreamId[] }>,
): Promise<Compared> {
  const row = `row(${table.columns.map(([column]) => `t.${column}`).join(', ')})::text`;
  const digest = (build: string): string =>
    `select t.tenant, t.stream_id, count(*)::integer as rows, sum(hashtextextended(${row}, 0)::numeric) as digest
     from ${table.name} t where t.build = ${build} and t.stream_id <> all ($3::text[]) group by t.tenant, t.stream_id`;
  const { rows } = await client.query<Compared>(
    `with live as (${digest(`(select l.build from read.projection l where l.name = $1 and l.live)`)}), next as (${digest('$2')}),
     differing as (
       select coalesce(next.stream_id, live.stream_id) as stream_id from next full join live using (tenant, stream_id)
       where (next.rows, next.digest) is distinct from (live.rows, live.digest)
     )
     select (select coalesce(sum(rows), 0)::integer from next) as rows,
       (select md5(coalesce(string_agg(tenant || stream_id || digest, ',' order by tenant, stream_id), '')) from next) as digest,
       (select count(*)::integer from differing) as differing,
       (select coalesce(array_agg(stream_id order by stream_id), '{}') from (select stream_id from differing order by stream_id limit ${NAMED}) named)
         as streams`,
    [lease.projectionName, lease.build, apart],
  );
  return rows[0];
}
