import pg from 'pg';
import { PostgresClock, PostgresSimulatedClock } from '../../src/adapters/event-store-postgres/clock.js';
import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { refuseSimulatedInProduction } from '../../src/adapters/event-store-postgres/production-check.js';
import type { StoreAlarm } from '../../src/adapters/event-store-postgres/settler.js';
import { StoreUnavailable } from '../../src/application/ports/event-store.js';
import type { Instant } from '../../src/kernel/days.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';
import { sql } from '../harness/sql.js';
import { anAppend } from './appends.js';

const at = (text: string): Instant => text as Instant;

/** A store of one kind, its superuser, and the end of both. */
async function make(simulated: boolean): Promise<{ database: PostgresStore; superuser: pg.Client; end(): Promise<void> }> {
  const database = await freshPostgresStore({ simulated });
  const superuser = new pg.Client(database.superuser);
  await superuser.connect();
  const end = async (): Promise<void> => {
    await superuser.end();
    await database.drop();
  };
  return { database, superuser, end };
}

describe('the clock of a simulated store', () => {
  let its: Awaited<ReturnType<typeof make>>;
  let writer: pg.Pool;
  beforeAll(async () => {
    its = await make(true);
    writer = new pg.Pool(its.database.connections.writer);
  });
  afterAll(async () => {
    await writer.end();
    await its.end();
  });

  it('begins in 1970, goes forward and never back, whoever moves it, and a restart keeps it', async () => {
    const clock = new PostgresSimulatedClock(writer);
    expect(await clock.now()).toBe('1970-01-01T00:00:00.000000Z');
    expect(await clock.moveTo(at('2019-10-03T12:00:00.000001Z'))).toBe('2019-10-03T12:00:00.000001Z');
    expect(await clock.moveTo(at('2019-09-01T12:00:00.000000Z'))).toBe('2019-10-03T12:00:00.000001Z');

    const days = Array.from({ length: 20 }, (_, index) => at(`2019-11-${String(20 - index).padStart(2, '0')}T00:00:00.000000Z`));
    await Promise.all(days.map((day) => clock.moveTo(day)));
    expect(await new PostgresSimulatedClock(writer).now()).toBe('2019-11-20T00:00:00.000000Z');
  });

  it('dates appends, a microsecond apart while it stands still', async () => {
    await new PostgresSimulatedClock(writer).moveTo(at('2020-02-29T23:59:59.999999Z'));
    const store = await openPostgresStore(its.database.connections);
    const outcomes = await Promise.all([anAppend(), anAppend(), anAppend()].map((append) => store.append(append)));
    await store.close();

    expect(outcomes.map((outcome) => 'recordedAt' in outcome && outcome.recordedAt)).toEqual([
      '2020-02-29T23:59:59.999999Z',
      '2020-03-01T00:00:00.000000Z',
      '2020-03-01T00:00:00.000001Z',
    ]);
  });

  it('is refused where NODE_ENV says production', () => {
    expect(() => refuseSimulatedInProduction({ simulated: true }, 'production')).toThrow(/simulated/);
    expect(() => refuseSimulatedInProduction({ simulated: true }, 'test')).not.toThrow();
    expect(() => refuseSimulatedInProduction({ simulated: false }, 'production')).not.toThrow();
  });
});

describe('the clock of a real store', () => {
  let its: Awaited<ReturnType<typeof make>>;
  beforeAll(async () => {
    its = await make(false);
  });
  afterAll(() => its.end());

  const clockOf = () => new PostgresClock(its.superuser);

  /** An event that is recorded so far ahead of the database's clock, as after that clock was set back. */
  const recordedAhead = (by: string): Promise<unknown> =>
    its.superuser.query(
      `insert into store.es_event (position, version, recorded_at, sealed_at, tenant_number, event_id, command_id, tenant, stream, type,
                                   hash, tenant_hash, bytes)
       select coalesce(max(position), 0) + 1, 1, clock_timestamp() + $1::interval, clock_timestamp(), 1, gen_random_uuid(),
              gen_random_uuid(), 'x' || count(*), 'x' || count(*), 'X', '', '', '' from store.es_event`,
      [by],
    );

  it('is that of the database, and cannot be moved', async () => {
    const [before, now, after] = [await dbNow(), await clockOf().now(), await dbNow()];
    expect(before <= now && now <= after).toBe(true);
    expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    await expect(sql(its.database.connections.writer, 'select store.move_simulated_clock(now())')).rejects.toMatchObject({
      code: '55000',
    });
  });

  it('dates an append after the last event when that is a little ahead of it', async () => {
    await recordedAhead('4 s');
    const store = await openPostgresStore(its.database.connections);
    const last = await lastInstant();
    expect(await store.append(anAppend())).toMatchObject({ kind: 'stored', recordedAt: microsecondAfter(last) });
    await store.close();
  });

  it('stops appends, with an alarm, while the log is more than 5 s ahead of it, until an operator accepts that', async () => {
    await recordedAhead('1 hour');
    const alarms: StoreAlarm[] = [];
    const store = await openPostgresStore(its.database.connections, { alarm: (alarm) => alarms.push(alarm) });
    const last = await lastInstant();

    await expect(store.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
    expect(alarms).toEqual([expect.objectContaining({ kind: 'unavailable', sqlState: 'TL001' })]);
    expect(await lastInstant()).toBe(last);

    await sql(its.database.connections.owner, 'select store.accept_log_ahead_of_clock()');
    expect(await store.append(anAppend())).toMatchObject({ kind: 'stored', recordedAt: microsecondAfter(last) });

    await recordedAhead('2 hours');
    await expect(store.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
    await store.close();
  });

  const instantOf = async (text: string): Promise<string> => {
    const { rows } = await its.superuser.query<{ at: string }>(`select store.instant_text(${text}) as at`);
    return rows[0].at;
  };
  const dbNow = () => instantOf('clock_timestamp()');
  const lastInstant = () => instantOf('(select recorded_at from store.es_event order by position desc limit 1)');
  const microsecondAfter = (instant: string): string =>
    instant.replace(/\d{6}(?=Z)/, (digits) => String(Number(digits) + 1).padStart(6, '0'));
});
