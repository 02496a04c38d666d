import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPostgresStore, type PostgresEventStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import type { StreamId } from '../../src/kernel/ids.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';
import { anAppend, newStream } from './appends.js';

/** How many events one session appends; `npm run test:long` sets 50,000. */
const EVENTS = Number(process.env.PLAN_EVENTS ?? 4_000);
const PARTS = 4;
const WRITERS = 32;

type Counters = Readonly<{ inserted: number; changed: number; scans: number; read: number }>;

/** Of everything that the append function reads. */
const COUNTERS = `select max(n_tup_ins) filter (where relname = 'es_event')::int as inserted, sum(n_tup_upd + n_tup_del)::int as changed,
    sum(seq_scan)::int as scans,
    (select sum(idx_tup_read) from pg_stat_user_indexes where schemaname = 'store')::int as read
  from pg_stat_user_tables
  where schemaname = 'store' and relname in ('es_event', 'key_claim', 'simulated_clock', 'clock_acceptance', 'closing_mark')`;

describe.each([
  ['never vacuumed', 'select 1'],
  ['vacuumed and analysed', 'vacuum analyze store.es_event, store.key_claim, store.simulated_clock, store.closing_mark'],
])('the plans of a store that began empty, %s', (_, first) => {
  let database: PostgresStore;
  let superuser: pg.Client;
  let claimer: pg.Pool;
  let store: PostgresEventStore;

  beforeAll(async () => {
    database = await freshPostgresStore();
    superuser = new pg.Client(database.superuser);
    await superuser.connect();
    await superuser.query(first);
    claimer = new pg.Pool({ ...database.connections.writer, max: 2 });
    store = await openPostgresStore(database.connections);
  });

  afterAll(async () => {
    await store.close();
    await claimer.end();
    await superuser.end();
    await database.drop();
  });

  it(`scan nothing, and read no more for the last of ${EVENTS} events than for the first (P4)`, async () => {
    const told: Counters[] = [await counters(0)];
    for (let part = 1; part <= PARTS; part += 1) {
      await appendPart();
      told.push(await counters((EVENTS / PARTS) * part));
    }
    const parts = told.slice(1).map((end, index) => ({
      scans: end.scans - told[index].scans,
      read: (end.read - told[index].read) / (end.inserted - told[index].inserted),
    }));

    expect(parts.map(({ scans }) => scans)).toEqual(parts.map(() => 0));
    expect(Math.max(...parts.map(({ read }) => read))).toBeLessThan(4);
    expect(parts[PARTS - 1].read).toBeLessThan(parts[0].read * 1.2 + 0.1);
  }, 300_000);

  it('update and delete nothing, in any table that they touch', async () => {
    expect((await counters(EVENTS)).changed).toBe(0);
  });

  /** A session tells its counts with its first commit a second later, so one more append follows. */
  async function counters(inserted: number): Promise<Counters> {
    for (;;) {
      await superuser.query('select pg_stat_clear_snapshot()');
      const { rows } = await superuser.query<Counters>(COUNTERS);
      if (rows[0].inserted >= inserted) return rows[0];
      await new Promise((resolve) => setTimeout(resolve, 200));
      await store.append(anAppend());
    }
  }

  /** Streams of 20 events, new ones and old ones; every tenth append claims a key, and every tenth is sent twice. */
  async function appendPart(): Promise<void> {
    const each = EVENTS / PARTS / WRITERS;
    await Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(index, each)));
  }

  async function writer(index: number, count: number): Promise<void> {
    let [streamId, version] = [newStream(), 0];
    for (let n = 0; n < count; n += 1) {
      const claiming = n % 10 === index % 10;
      if (version === 20) [streamId, version] = [newStream(), 0];
      const decision = randomUUID();
      if (claiming) await claim(decision, streamId, version);
      const claims = claiming ? { decision, keys: 1 } : undefined;
      const append = anAppend({ streamId, expectedVersion: version, claims });
      version += 1;

      expect(await store.append(append)).toMatchObject({ kind: 'stored', version });
      if (n % 10 === 5) expect(await store.append(append)).toMatchObject({ kind: 'repeated', version });
    }
  }

  const claim = (decision: string, stream: StreamId, version: number): Promise<unknown> =>
    claimer.query(
      `insert into store.key_claim (tenant, kind, key, holder, decision, stream, expected_version)
       values ('north', 'reference', $1, 'somebody', $2, $3, $4)`,
      [randomBytes(8), decision, stream, version],
    );
});
