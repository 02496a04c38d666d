import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';
import { inTransaction } from './transaction.js';
import type { Table } from './table.js';

/** A projection as far as its builds go: its name, and the version of its rows and fold. */
export type Versioned = Readonly<{ name: string; version: number }>;

/** All rows of a projection as one fold made them. One build is live; what readers see is that one alone. */
type Build = Readonly<{ build: number; version: number; live: boolean }>;

type Asks = Pick<pg.ClientBase | pg.Pool, 'query'>;

/** As SQL, which build of a projection readers see; null while it has none. */
export const liveBuildOf = (projection: string): string =>
  `(select live.build from read.projection live where live.name = '${projection}' and live.live)`;

/** How many streams of a build that nobody sees any more are removed at once. */
const STREAMS_AT_ONCE = 2_000;

/**
 * Which build whoever has this version of a projection is to write: the live one if it is of the same version, else the one that is made
 * beside it to take its place, which is begun here if nobody has. Null when a newer release made the live one.
 */
export async function buildFor(
  pool: Asks,
  { name, version }: Versioned,
  { anew = false }: Readonly<{ anew?: boolean }> = {},
): Promise<number | null> {
  const builds = await buildsOf(pool, name);
  const live = builds.find((build) => build.live);
  if (live && live.version > version) return null;
  if (live?.version === version && !anew) return live.build;

  const begun = builds.find((build) => build.build > (live?.build ?? 0) && build.version === version);
  if (begun) return begun.build;
  const next = Math.max(0, ...builds.map(({ build }) => build)) + 1;
  await pool.query('insert into read.projection (name, build, version, live) values ($1, $2, $3, false) on conflict do nothing', [
    name,
    next,
    version,
  ]);
  return next;
}

async function buildsOf(pool: Asks, name: string): Promise<readonly Build[]> {
  const { rows } = await pool.query<Build>('select build, version, live from read.projection where name = $1 order by build', [
    name,
  ]);
  return rows;
}

/** How far readers can see of a projection, whoever writes it; null while it has nothing to show. */
export async function reachedBy(pool: Asks, name: string): Promise<Position | null> {
  const { rows } = await pool.query<{ position: Position | null }>(
    'select position from read.projection where name = $1 and live',
    [name],
  );
  return rows[0]?.position ?? null;
}

/** Told to stop, whoever removes leaves the rest for the next one. */
type Removing = Readonly<{ pool: pg.Pool; isStopped?: () => boolean }>;

/** Removes the rows of the builds that have had their time, some streams at once, and last the builds themselves. */
export async function removeRetired<Row>(removing: Removing, { name }: Versioned, table: Table<Row>): Promise<void> {
  const { rows } = await removing.pool.query<{ build: number }>(
    `select b.build from read.projection b join read.projection live on live.name = b.name and live.live
     where b.name = $1 and not b.live and (b.build < live.build or b.version < live.version)`,
    [name],
  );
  for (const { build } of rows) await removeBuild(removing, { name, build }, table);
}

/** Removes one build that nobody sees with all its rows; beside others who remove it, each takes the part that is next. */
export async function removeBuild<Row>(
  { pool, isStopped }: Removing,
  { name, build }: Readonly<{ name: string; build: number }>,
  table: Table<Row>,
): Promise<void> {
  let after: readonly [string, string] | null = ['', ''];
  while (after !== null) {
    if (isStopped?.()) return;
    const from: readonly [string, string] = after;
    after = await alone(pool, { name, build }, (client) => removeSome(client, { build, after: from }, table));
  }
  await alone(pool, { name, build }, async (client) => {
    await client.query('delete from read.parked_stream where projection = $1 and build = $2', [name, build]);
    await client.query('delete from read.projection where name = $1 and build = $2 and not live', [name, build]);
  });
}

/** Does it while nobody else writes or removes the same build: two who change its rows in other orders would wait for each other for ever. */
function alone<T>(
  pool: pg.Pool,
  { name, build }: Readonly<{ name: string; build: number }>,
  work: (client: pg.PoolClient) => Promise<T>,
) {
  return inTransaction(pool, async (client) => {
    await client.query('select from read.projection where name = $1 and build = $2 for update', [name, build]);
    return work(client);
  });
}

/** Answers the last stream that it removed, null when there is none left. */
async function removeSome<Row>(
  client: Asks,
  { build, after }: Readonly<{ build: number; after: readonly [string, string] }>,
  table: Table<Row>,
): Promise<readonly [string, string] | null> {
  const { rows } = await client.query<{ tenant: string; streamId: string }>(
    `with removed as (
       select distinct tenant, stream_id from ${table.name}
       where build = $1 and (tenant, stream_id) > ($2, $3) order by tenant, stream_id limit ${STREAMS_AT_ONCE}
     ), gone as (
       delete from ${table.name} t using removed s where t.tenant = s.tenant and t.stream_id = s.stream_id and t.build = $1
     )
     select tenant, stream_id as "streamId" from removed order by tenant desc, stream_id desc limit 1`,
    [build, ...after],
  );
  return rows[0] ? [rows[0].tenant, rows[0].streamId] : null;
}
