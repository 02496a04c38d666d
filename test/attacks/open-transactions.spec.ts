import { setTimeout as window } from 'node:timers/promises';
import pg from 'pg';
import { appendCall } from '../../src/adapters/event-store-postgres/append-batch.js';
import { openPostgresStore, type PostgresEventStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { pendingEvents } from '../../src/application/event-bytes.js';
import { anAppend, newStream } from '../event-store/appends.js';
import { ask } from '../embedded-postgres/scratch.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { eventually } from '../harness/eventually.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';
import { Load } from './load.js';
import { WHOLE, wholeLog } from './whole-log.js';
import { figure } from './windows.js';

const HELD_MS = 5_000;
const OPEN_MS = figure(10_000, 60_000);
const SLICES = 5;

let database: PostgresStore;
let store: PostgresEventStore;
let load: Load | undefined;
let elsewhere: TestDatabase | undefined;
const sessions: pg.Client[] = [];

beforeEach(async () => {
  database = await freshPostgresStore();
  store = await openPostgresStore(database.connections);
});
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((open) => open.end()));
  await load?.stop();
  await store.close();
  await Promise.all([database.drop(), elsewhere?.drop()]);
});

/** A session that is left open until the test ends. */
async function session(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  sessions.push(client.on('error', () => undefined));
  await client.connect();
  return client;
}

describe('an append that is held open', () => {
  // Seen to fail: mutant `lock-time-out-refuses` (an append that cannot have the lock in time is refused).
  it('makes 100 others wait, who are all stored, in order, and none is refused (P1, P4)', async () => {
    const holder = await session(database.connections.flusher);
    const first = anAppend();
    await holder.query('begin');
    const { text, values } = appendCall([{ append: first, events: pendingEvents(first) }]);
    await holder.query(text, [...values]);

    const [streamA, streamB] = [newStream(), newStream()];
    const others = Array.from({ length: 100 }, (_, n) =>
      anAppend({ streamId: n % 2 === 0 ? streamA : streamB, expectedVersion: Math.floor(n / 2) }),
    );
    let answered = 0;
    const answers = others.map((append) => store.append(append).finally(() => (answered += 1)));
    await window(HELD_MS);
    expect(answered).toBe(0);
    await holder.query('commit');

    const kinds = (await Promise.all(answers)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['stored']));
    const stored = await store.readAll({ limit: 200 });
    const idsOf = (append: typeof first) => append.events[0].eventId;
    expect(stored.map(({ eventId }) => eventId)).toEqual([first, ...others].map(idsOf));
  });
});

describe('transactions of others that stay open under load', () => {
  // Seen to fail: mutant `head-row` (the lock updates a row): the snapshot keeps its dead versions, and each append walks past all of them.
  it('take nothing from appending, as no row that it touches is ever updated or deleted (P4)', async () => {
    elsewhere = await freshDatabase();
    const writing = await session(elsewhere.config);
    await writing.query('create table other (n int)');
    await writing.query('begin');
    await writing.query('insert into other values (1)');
    const snapshot = await session(database.superuser);
    await snapshot.query('begin isolation level repeatable read');
    await snapshot.query('select count(*) from store.es_event');

    const acknowledged: (readonly string[])[] = [];
    load = new Load(store, (ids) => acknowledged.push(ids));
    const counts = [0];
    for (let slice = 0; slice < SLICES; slice += 1) {
      await window(OPEN_MS / SLICES);
      counts.push(acknowledged.length);
    }
    await load.stop();
    for (const open of [snapshot, writing]) await open.query('rollback');

    const rates = counts.slice(1).map((count, slice) => ((count - counts[slice]) / OPEN_MS) * SLICES * 1000);
    const ratio = (rates.at(-1)! / rates[0]).toFixed(2);
    process.stdout.write(`appends a second over ${OPEN_MS} ms: ${rates.map(Math.round).join(', ')}; last to first ${ratio}\n`);
    expect(await wholeLog(database.superuser, acknowledged)).toMatchObject(WHOLE);
    await eventually('the statistics have every event', async () => (await inserted()) >= acknowledged.flat().length);
    expect(await changed()).toEqual([]);
  }, 400_000);
});

/** How many events PostgreSQL counted as inserted; it tells with a delay. */
async function inserted(): Promise<number> {
  const [{ n }] = await rows<{ n: number }>(`select n_tup_ins::int as n from pg_stat_user_tables where relname = 'es_event'`);
  return n;
}

/** The tables of the store in which a row was updated or deleted. */
const changed = (): Promise<unknown[]> =>
  rows(`select relname, n_tup_upd, n_tup_del from pg_stat_user_tables where schemaname = 'store' and n_tup_upd + n_tup_del > 0`);

async function rows<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  return (await ask(database.superuser, sql)) as T[];
}
