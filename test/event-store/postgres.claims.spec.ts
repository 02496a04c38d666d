import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPostgresStore, type PostgresEventStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import type { Append } from '../../src/application/ports/event-store.js';
import { eventually } from '../harness/eventually.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';
import { anAppend } from './appends.js';

let database: PostgresStore;
let store: PostgresEventStore;
let superuser: pg.Client;
let flusher: pg.Client;

beforeAll(async () => {
  database = await freshPostgresStore();
  store = await openPostgresStore(database.connections);
  superuser = new pg.Client(database.superuser);
  flusher = new pg.Client(database.connections.flusher);
  await Promise.all([superuser.connect(), flusher.connect()]);
});

beforeEach(() => superuser.query('delete from store.key_claim'));

afterAll(async () => {
  await store.close();
  await Promise.all([superuser.end(), flusher.end()]);
  await database.drop();
});

/** An append whose decision has claimed so many keys, that long ago. */
async function claimed(keys: number, age = '0 s'): Promise<Append> {
  const decision = randomUUID();
  const append = anAppend({ claims: { decision, keys } });
  const { tenant, streamId, expectedVersion } = append;
  for (let n = 0; n < keys; n += 1)
    await superuser.query(
      `insert into store.key_claim (tenant, kind, key, holder, decision, stream, expected_version, at)
       values ($1, 'bsn', $2, $3, $4, $3, $5, clock_timestamp() - $6::interval)`,
      [tenant, randomBytes(8), streamId, decision, expectedVersion, age],
    );
  return append;
}

async function rowsOf({ claims }: Append): Promise<number> {
  const { rows } = await superuser.query<{ n: number }>('select count(*)::int as n from store.key_claim where decision = $1', [
    claims!.decision,
  ]);
  return rows[0].n;
}

const release = async ({ tenant, claims }: Append): Promise<number> =>
  (await flusher.query<{ n: number }>('select store.release_key_claims($1, $2) as n', [tenant, claims!.decision])).rows[0].n;

const sweep = async (): Promise<number> =>
  (await flusher.query<{ n: number }>(`select store.sweep_key_claims('10 minutes') as n`)).rows[0].n;

describe('claims on keys', () => {
  it('are released for their own decision only, and never once its event is stored', async () => {
    const [refused, other, stored] = [await claimed(2), await claimed(1), await claimed(2)];
    expect(await store.append(stored)).toMatchObject({ kind: 'stored' });

    expect([await release(refused), await release(stored)]).toEqual([2, 0]);
    expect([await rowsOf(refused), await rowsOf(other), await rowsOf(stored)]).toEqual([0, 1, 2]);
  });

  it('are swept when they are old and without an event', async () => {
    const [young, old, stored] = [await claimed(1, '9 minutes'), await claimed(2, '11 minutes'), await claimed(1, '11 minutes')];
    await store.append(stored);

    expect(await sweep()).toBe(2);
    expect([await rowsOf(young), await rowsOf(old), await rowsOf(stored)]).toEqual([1, 0, 1]);
  });

  it('that are claimed again while the sweeper waits for the lock are left', async () => {
    const again = await claimed(1, '11 minutes');
    const unlock = await holdLock();
    const swept = sweep();
    await flusherWaits();
    await superuser.query('update store.key_claim set at = clock_timestamp() where decision = $1', [again.claims!.decision]);
    await unlock();

    expect([await swept, await rowsOf(again)]).toEqual([0, 1]);
  });

  it('that are released first are missed under the lock, and the append is decided again', async () => {
    const append = await claimed(1);
    await release(append);
    expect(await store.append(append)).toEqual({ kind: 'claims-missing' });
  });

  it.each(['release', 'sweep'])('stay when their append is stored while their %s waits for the lock', async (way) => {
    const append = await claimed(1, '11 minutes');
    const unlock = await holdLock();
    const appended = store.append(append);
    await flusherWaits();
    const removed = way === 'release' ? release(append) : sweep();
    await flusherWaits(2);
    await unlock();

    expect(await appended).toMatchObject({ kind: 'stored' });
    expect([await removed, await rowsOf(append)]).toEqual([0, 1]);
  });

  it('let one holder have a key in a tenant', async () => {
    const key = randomBytes(8);
    const claim = (holder: string) =>
      superuser.query(
        `insert into store.key_claim (tenant, kind, key, holder, decision, stream, expected_version) values ('north', 'bsn', $1, $2, $3, $2, 0)`,
        [key, holder, randomUUID()],
      );
    await claim('one');
    await claim('one');
    await expect(claim('other')).rejects.toMatchObject({ code: '23P01' });
  });
});

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

/** Resolves when so many sessions of the flusher's login wait for the lock. */
function flusherWaits(sessions = 1): Promise<void> {
  return eventually(`${sessions} wait for the lock`, async () => {
    const { rows } = await superuser.query(
      `select 1 from pg_stat_activity where datname = current_database() and usename = 'trajectlijn_flusher' and wait_event = 'advisory'`,
    );
    return rows.length === sessions;
  });
}
