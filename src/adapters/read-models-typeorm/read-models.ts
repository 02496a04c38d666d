import type { TlsOptions } from 'node:tls';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { TenantId } from '../../kernel/ids.js';
import { FactEntity } from './fact.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';
import { MeetingInterestsEntity } from './meeting-interests.entity.js';
import { ParkedStreamEntity } from './parked-stream.entity.js';
import { ReservationEntity } from './reservation.entity.js';
import { TimelineEntity } from './timeline.entity.js';
import { TrajectoryEntity } from './trajectory.entity.js';

/** `pool` is how many questions may be asked at once; `onError` hears of connections that were lost and are made again. */
export type ReadModelOptions = Readonly<{ pool?: number; onError?: (error: unknown) => void }>;

/** Connects TypeORM to the read models; it never changes the schema, and writes nothing to the console. */
export async function readModels(
  connection: pg.ClientConfig,
  { pool = 10, onError = () => undefined }: ReadModelOptions = {},
): Promise<DataSource> {
  const { host, port, database, user, password, ssl } = connection;
  return new DataSource({
    type: 'postgres',
    host,
    port,
    database,
    username: user,
    password: password as string,
    ssl: ssl as TlsOptions | boolean | undefined,
    schema: 'read',
    entities: [
      TimelineEntity,
      FollowUpEntity,
      TrajectoryEntity,
      MeetingInterestsEntity,
      ReservationEntity,
      FactEntity,
      ParkedStreamEntity,
    ],
    synchronize: false,
    logging: false,
    poolErrorHandler: onError,
    extra: { max: pool },
  }).initialize();
}

/** Rows as their fold made them: which build they are of is nobody's question. */
export const rowsIn = <Row>(found: readonly Readonly<{ build: number }>[]): readonly Row[] =>
  found.map(({ build: _, ...row }) => row as Row);

/** Asks within one tenant: for the login `reader` no row of another one is there, whatever the question forgets (P11). */
export function inTenant<T>(source: DataSource, tenant: TenantId, ask: (manager: EntityManager) => Promise<T>): Promise<T> {
  return source.transaction(async (manager) => {
    await manager.query(`select set_config('app.tenant', $1, true)`, [tenant]);
    return ask(manager);
  });
}

/**
 * Whether rows may be older than the log for long: any of these streams, or of all, is parked in what readers see of a projection, or that
 * is not made yet, or is about to give way to what a newer release makes.
 */
export async function isStale(manager: EntityManager, projection: string, streamId?: string): Promise<boolean> {
  const [{ stale }] = await manager.query<[{ stale: boolean }]>(
    `select not exists (
        select from read.projection live where live.name = $1 and live.live
          and not exists (select from read.projection next where next.name = $1 and next.version > live.version)
      ) or exists (
        select from read.parked_stream p join read.projection live on live.name = p.projection and live.build = p.build and live.live
        where p.projection = $1 and ($2::text is null or p.stream_id = $2)
      ) as stale`,
    [projection, streamId ?? null],
  );
  return stale;
}
