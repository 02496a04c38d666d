import pg from 'pg';
import { openPostgresStore, type PostgresEventStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { anAppend } from '../event-store/appends.js';
import { eventually } from '../harness/eventually.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';

/** A commit that waits at its very end, when the append function has answered, for as long as a test keeps lock 1. */
const SLOW_COMMIT = `
create function public.wait_at_commit() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(1); return null; end $$;
create constraint trigger wait_at_commit after insert on store.es_event deferrable initially deferred
  for each row execute function public.wait_at_commit();`;

const HELD = `select count(*)::int as held from pg_locks where locktype = 'advisory' and objid = 1 and not granted`;

let database: PostgresStore;
let superuser: pg.Client;
let store: PostgresEventStore;

beforeEach(async () => {
  database = await freshPostgresStore();
  superuser = new pg.Client(database.superuser);
  await superuser.connect();
  await superuser.query(`${SLOW_COMMIT} alter role trajectlijn_flusher in database ${superuser.database} set lock_timeout = 0`);
  await superuser.query('select pg_advisory_lock(1)');
  store = await openPostgresStore(database.connections);
});
afterEach(async () => {
  await superuser.end(); // the lock goes with it
  await store.close();
  await database.drop();
});

describe('an append whose commit takes its time', () => {
  // Seen to fail: mutant `answered-before-the-commit`.
  it('is answered when the commit is done, and not before (P1)', async () => {
    let answered = 0;
    const appends = Array.from({ length: 300 }, () => store.append(anAppend()).finally(() => (answered += 1)));
    const commitWaits = async () => (await superuser.query<{ held: number }>(HELD)).rows[0].held > 0;
    await eventually('the commit waits', commitWaits);
    expect(await store.readAll({ limit: 10 })).toEqual([]);
    expect(answered).toBe(0);

    await superuser.query('select pg_advisory_unlock(1)');
    const kinds = (await Promise.all(appends)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['stored']));
  });
});
