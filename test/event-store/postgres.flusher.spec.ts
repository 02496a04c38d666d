import pg from 'pg';
import {
  openPostgresStore,
  type PostgresEventStore,
  type PostgresStoreOptions,
} from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import type { StoreAlarm } from '../../src/adapters/event-store-postgres/settler.js';
import { verifyStore } from '../../src/adapters/event-store-postgres/verify.js';
import { BadAppend, OutcomeUnknown, StoreUnavailable } from '../../src/application/ports/event-store.js';
import { eventually } from '../harness/eventually.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';
import { PostgresProxy } from '../harness/proxy.js';
import { anAppend, anEvent } from './appends.js';

let database: PostgresStore;
let superuser: pg.Client;
let alarms: StoreAlarm[];
const opened: PostgresEventStore[] = [];

beforeAll(async () => {
  database = await freshPostgresStore();
  superuser = new pg.Client(database.superuser);
  await superuser.connect();
});

beforeEach(() => {
  alarms = [];
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await superuser.query('drop trigger if exists fault on store.es_event');
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

async function open(
  options: Partial<PostgresStoreOptions> = {},
  flusher = database.connections.flusher,
): Promise<PostgresEventStore> {
  const store = await openPostgresStore(
    { ...database.connections, flusher },
    { alarm: (alarm) => alarms.push(alarm), ...options },
  );
  opened.push(store);
  return store;
}

/** From now on PostgreSQL answers an event of this type with this SQLSTATE. */
const failOn = (type: string, state: string): Promise<unknown> =>
  superuser.query(`
    create or replace function store.fault() returns trigger language plpgsql as $$
    begin raise exception 'planted' using errcode = '${state}'; end $$;
    create trigger fault before insert on store.es_event for each row when (new.type = '${type}') execute function store.fault()`);

const many = (count: number) => Array.from({ length: count }, () => anAppend());
const ofType = (type: string) => anAppend({ events: [anEvent({ type })] });

/** How many events of these appends are in the log. */
async function storedOf(appends: readonly { commandId: string }[]): Promise<number> {
  const { rows } = await superuser.query<{ n: number }>(
    'select count(*)::int as n from store.es_event where command_id = any($1::uuid[])',
    [appends.map(({ commandId }) => commandId)],
  );
  return rows[0].n;
}

/** Holds the log's lock as somebody else would, until what it answers is called. */
async function holdLock(): Promise<() => Promise<void>> {
  const other = new pg.Client(database.superuser);
  await other.connect();
  await other.query('begin; select store.take_lock()');
  return async () => {
    await other.query('commit');
    await other.end();
  };
}

/** Since when the flusher waits for the lock; null when it does not. */
async function waitsSince(): Promise<string | null> {
  const { rows } = await superuser.query<{ since: string }>(
    `select query_start::text as since from pg_stat_activity
     where datname = current_database() and usename = 'trajectlijn_flusher' and wait_event = 'advisory'`,
  );
  return rows[0]?.since ?? null;
}

describe('the flusher', () => {
  it.each(['22000', '23514', 'P0001'])('lets a bad append fail alone among 60 (%s)', async (state) => {
    await failOn('Poison', state);
    const store = await open();
    const [before, bad, after] = [many(37), ofType('Poison'), many(22)];

    const outcomes = await Promise.allSettled([...before, bad, ...after].map((append) => store.append(append)));

    expect(outcomes.map(({ status }) => status).indexOf('rejected')).toBe(37);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([
      expect.objectContaining({ reason: expect.any(BadAppend) }),
    ]);
    expect(await storedOf([...before, ...after])).toBe(59);
    expect(await storedOf([bad])).toBe(0);
  });

  it.each(['53100', '55000', 'XX000'])(
    'says that nothing was stored, and raises the alarm, when the database cannot take it (%s)',
    async (state) => {
      await failOn('GoalSet', state);
      const store = await open();
      const appends = many(3);

      const outcomes = await Promise.allSettled(appends.map((append) => store.append(append)));

      expect(outcomes.map((outcome) => 'reason' in outcome && (outcome.reason as Error).name)).toEqual(
        Array(3).fill('StoreUnavailable'),
      );
      expect(alarms).toEqual([expect.objectContaining({ kind: 'unavailable', appends: 3, sqlState: state })]);
      expect(await storedOf(appends)).toBe(0);

      await superuser.query('drop trigger fault on store.es_event');
      expect(await store.append(appends[0])).toMatchObject({ kind: 'stored' });
    },
  );

  it('sends a batch again that did not get the lock in time, and keeps its order', async () => {
    const release = await holdLock();
    const store = await open();
    const first = store.append(anAppend());
    await eventually('the flusher waits for the lock', async () => (await waitsSince()) !== null);
    const since = await waitsSince();
    const waiting = many(100).map((append) => store.append(append));
    await eventually('it waits anew, after its lock_timeout', async () => ![null, since].includes(await waitsSince()));
    await release();

    const outcomes = await Promise.all([first, ...waiting]);
    const positions = outcomes.map((outcome) => (outcome.kind === 'stored' ? outcome.position : outcome.kind));
    expect(positions).toEqual([...positions].sort());
    expect(new Set(positions).size).toBe(101);
    expect(alarms).toEqual([]);
  });

  it('asks what became of a call whose session was ended, and sends again what is absent (P1)', async () => {
    const release = await holdLock();
    const store = await open();
    const appends = many(20);
    const outcomes = Promise.all(appends.map((append) => store.append(append)));
    await eventually('the flusher waits for the lock', async () => (await waitsSince()) !== null);
    await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'trajectlijn_flusher'`);
    await release();

    expect((await outcomes).map(({ kind }) => kind)).toEqual(Array(20).fill('stored'));
    expect(await storedOf(appends)).toBe(20);
    expect(alarms).toContainEqual(expect.objectContaining({ kind: 'answer-lost', sqlState: '57P01' }));
  });

  it('gives a connection up that does not answer in time, and answers from the stored bytes (P1)', async () => {
    let silent = true;
    const proxy = await PostgresProxy.start(database.connections.flusher, {
      fate: () => 'pass',
      beforeAnswer: (statement) => (silent && statement === 'append-batch' ? new Promise(() => undefined) : Promise.resolve()),
    });
    const store = await open({ answerWithinMs: 300 }, proxy.connection);
    const append = anAppend();
    const outcome = store.append(append);
    await eventually('the first call is stored', async () => (await storedOf([append])) === 1);

    expect(await outcome).toMatchObject({ kind: 'stored', version: 1 });
    expect(alarms.map(({ kind }) => kind)).toEqual(['answer-lost']);
    silent = false;
    expect(await store.append(anAppend())).toMatchObject({ kind: 'stored' });
    await store.close();
    await proxy.stop();
  });

  it('refuses what it could never send, when the database cannot be reached for long', async () => {
    const nowhere = { ...database.connections.flusher, host: '/nowhere' };
    const store = await open({ patienceMs: 100 }, nowhere);

    await expect(store.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
    expect(alarms[0]).toMatchObject({ kind: 'not-connected' });
  });

  it('answers all that waits before it closes, and takes no more', async () => {
    const store = await open();
    const waiting = many(300).map((append) => store.append(append));
    const closed = store.close();
    await expect(store.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
    await closed;
    expect(new Set((await Promise.all(waiting)).map(({ kind }) => kind))).toEqual(new Set(['stored']));
  });

  it('never calls a failure what it does not know: the process must end, and the answer is lost (P1)', async () => {
    const proxy = await PostgresProxy.start(database.connections.flusher, {
      fate: () => 'pass',
      beforeAnswer: () => new Promise(() => undefined),
    });
    const store = await open({ drainWithinMs: 200, batchAppends: 1 }, proxy.connection);
    const [sent, unsent] = many(2);
    const outcomes = Promise.allSettled([store.append(sent), store.append(unsent)]);
    await eventually('the first append is stored', async () => (await storedOf([sent])) === 1);
    await store.close();

    expect((await outcomes).map((outcome) => 'reason' in outcome && (outcome.reason as Error).name)).toEqual([
      OutcomeUnknown.name,
      StoreUnavailable.name,
    ]);
    await proxy.stop();
  });

  it('splits what is more than one call may carry, and keeps the order', async () => {
    const store = await open({ batchAppends: 7, batchBytes: 4_000 });
    const outcomes = await Promise.all(many(50).map((append) => store.append(append)));
    const positions = outcomes.map((outcome) => (outcome.kind === 'stored' ? outcome.position : outcome.kind));
    expect(positions).toEqual([...positions].sort());
  });
});

describe('many writers on two processes', () => {
  it('leave a whole log, in which every acknowledged append is stored once where it was said to be (P1, P2, P4)', async () => {
    const stores = [await open(), await open()];
    const streams = many(6).map(({ streamId }) => streamId);
    const versions = new Map<string, number>();
    const acknowledged: { commandId: string; position: string }[] = [];

    const writer = async (index: number): Promise<void> => {
      for (let n = 0; n < 20; n += 1) {
        const streamId = streams[(index + n) % streams.length];
        const append = anAppend({ streamId, expectedVersion: versions.get(streamId) ?? 0 });
        const outcome = await stores[index % 2].append(append);
        if (outcome.kind === 'conflict') versions.set(streamId, outcome.actualVersion);
        if (outcome.kind !== 'stored') continue;
        versions.set(streamId, Math.max(outcome.version, versions.get(streamId) ?? 0));
        acknowledged.push({ commandId: append.commandId, position: outcome.position });
      }
    };
    await Promise.all(Array.from({ length: 24 }, (_, index) => writer(index)));

    const { rows } = await superuser.query<{ command_id: string; position: string }>(
      `select command_id, 'p' || lpad(position::text, 16, '0') as position from store.es_event where stream = any($1)`,
      [streams],
    );
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(rows.map((row) => `${row.command_id} ${row.position}`).sort()).toEqual(
      acknowledged.map(({ commandId, position }) => `${commandId} ${position}`).sort(),
    );
    expect(await verifyStore(superuser, { progress: () => undefined })).toMatchObject({ bad: null });
  });
});
