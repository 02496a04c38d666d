import pg from 'pg';
import { PostgresSimulatedClock } from '../../../src/adapters/event-store-postgres/clock.js';
import { openPostgresStore } from '../../../src/adapters/event-store-postgres/postgres-event-store.js';
import { migrations } from '../../../src/adapters/read-models-typeorm/migrations.js';
import { ProjectionRunner } from '../../../src/adapters/read-models-typeorm/projection-runner.js';
import type { ProjectionFault } from '../../../src/adapters/read-models-typeorm/row-writer.js';
import { PROJECTIONS, type Shelved } from '../../../src/adapters/read-models-typeorm/projections.js';
import type { EventStore } from '../../../src/application/ports/event-store.js';
import type { SimulatedClock } from '../../../src/application/ports/clock.js';
import type { Projection } from '../../../src/read-models/projection.js';
import { eventually } from '../../harness/eventually.js';
import { freshPostgresStore } from '../../harness/postgres-store.js';
import { sql } from '../../harness/sql.js';
import type { Told } from './lives.js';
import { startOf } from '../../../src/kernel/days.js';

export type { Shelved };
export const TIMELINE: Shelved = PROJECTIONS.timeline;
export const FOLLOW_UPS: Shelved = PROJECTIONS['follow-ups'];
export const EVERY: readonly Shelved[] = Object.values(PROJECTIONS);

/** The same projection, but for what is said. */
export const changed = ({ projection, table }: Shelved, changes: Partial<Projection<never, never>>): Shelved => ({
  projection: { ...projection, ...changes },
  table,
});

/** A simulated store and read models on a database of a suite's own. */
export type Setting = Awaited<ReturnType<typeof setting>>;

export async function setting() {
  const { superuser, connections, drop } = await freshPostgresStore({ simulated: true, migrations });
  const pool = new pg.Pool({ ...connections.writer, max: 20 });
  pool.on('error', () => undefined);
  const store: EventStore = await openPostgresStore(connections, { pollMs: 20 });
  const clock: SimulatedClock = new PostgresSimulatedClock(pool);
  const running = new Set<ProjectionRunner<never, never>>();
  const faults: ProjectionFault[] = [];

  return {
    superuser,
    connections,
    pool,
    store,
    clock,
    faults,
    /** Appends them one by one, each on its day. */
    append: async (told: readonly Told[]): Promise<void> => {
      for (const { on, append } of told) {
        await clock.moveTo(startOf(on));
        if ((await store.append(append)).kind !== 'stored') throw new Error(`not stored: ${append.streamId}`);
      }
    },
    /** A runner that is not started yet. */
    runner: (
      { projection, table }: Shelved,
      batch?: number,
      around: Readonly<{ store?: EventStore; onError?: (error: unknown) => void }> = {},
    ): ProjectionRunner<never, never> => {
      const runner = new ProjectionRunner(
        { store, pool, batch, onFault: (fault) => faults.push(fault), ...around },
        projection,
        table,
      );
      running.add(runner);
      return runner;
    },
    /** Waits until these have passed the log's end. */
    level: async (...runners: readonly ProjectionRunner<never, never>[]): Promise<void> => {
      const end = (await store.lastPosition()) ?? '';
      for (const runner of runners) {
        runner.wake();
        await eventually(`${runner.name} is level`, async () => ((await runner.passed()) ?? '') >= end, 90_000);
      }
    },
    /** What readers are shown of a projection: every row, and which streams are parked at which event. */
    shown: async ({ projection, table }: Shelved): Promise<Readonly<{ rows: unknown[]; parked: unknown[] }>> => {
      const live = `build = (select p.build from read.projection p where p.name = '${projection.name}' and p.live)`;
      const rows = await sql(
        superuser,
        `select (to_jsonb(t) - 'build')::text as row from ${table.name} t where ${live} order by 1`,
      );
      const parked = await sql(
        superuser,
        `select stream_id, event_id, fault from read.parked_stream where projection = $1 and ${live} order by 1`,
        [projection.name],
      );
      return { rows: rows.map(({ row }) => row as unknown), parked };
    },
    /** Forgets all rows and checkpoints, as if nothing had ever been projected. */
    forget: async (): Promise<void> => {
      for (const { table } of EVERY) await sql(superuser, `truncate ${table.name}`);
      await sql(superuser, 'truncate read.projection, read.parked_stream');
    },
    end: async (): Promise<void> => {
      await Promise.all([...running].map((runner) => runner.stop()));
      await store.close();
      await pool.end();
      await drop();
    },
  };
}
