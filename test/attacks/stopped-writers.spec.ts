import { setTimeout as window } from 'node:timers/promises';
import pg from 'pg';
import { appendCall } from '../../src/adapters/event-store-postgres/append-batch.js';
import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { pendingEvents } from '../../src/application/event-bytes.js';
import { anAppend } from '../event-store/appends.js';
import { ask } from '../embedded-postgres/scratch.js';
import { Dice } from '../harness/dice.js';
import { eventually } from '../harness/eventually.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';
import { AppendingProcess } from './appending-process.js';
import { WHOLE, wholeLog } from './whole-log.js';
import { figure } from './windows.js';

const STOPS = figure(10, 50);
/** Shorter than transaction_timeout: nobody may have to wait for that because a process stands still. */
const LONGEST_WAIT_MS = 10_000;
const TRANSACTION_SECONDS = figure(3, 15);

let database: PostgresStore;
const cleanUp: (() => Promise<unknown> | void)[] = [];

beforeEach(async () => {
  database = await freshPostgresStore();
});
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
  await database.drop();
});

describe('a writer that stops in the middle', () => {
  // Mutant: `transaction-over-two-calls` (the process holds the lock while it is stopped between them).
  it(`takes nothing from another one, at ${STOPS} random moments, and loses nothing of its own (P1, P4)`, async () => {
    const dice = new Dice(2019);
    const processes = [new AppendingProcess(database.connections), new AppendingProcess(database.connections)];
    cleanUp.push(...processes.map((one) => () => one.kill()));
    await Promise.all(processes.map((one) => one.appendsMore(1, 60_000)));

    for (let stop = 0; stop < STOPS; stop += 1) {
      const stopped = dice.below(2);
      await window(dice.between(1, 100));
      processes[stopped].signal('SIGSTOP');
      await processes[1 - stopped].appendsMore(20, LONGEST_WAIT_MS);
      processes[stopped].signal('SIGCONT');
    }
    await Promise.all(processes.map((one) => one.finish()));

    const acknowledged = processes.flatMap((one) => one.acknowledged);
    const { events, ...rest } = await wholeLog(database.superuser, acknowledged);
    expect(rest).toEqual(WHOLE);
    expect(events).toBe(acknowledged.flat().length);
  }, 300_000);

  // Seen to fail: mutant `no-transaction-timeout`.
  it('between its call and its commit holds up the others until transaction_timeout ends it; they lose nothing (P1, P4)', async () => {
    expect(await ask(database.connections.flusher, 'show transaction_timeout')).toEqual([{ transaction_timeout: '15s' }]);
    const name = database.superuser.database;
    await ask(
      database.superuser,
      `alter role trajectlijn_flusher in database ${name} set transaction_timeout = '${TRANSACTION_SECONDS}s'`,
    );
    const store = await openPostgresStore(database.connections);
    const lost = anAppend();
    await executeWithoutSync(database.connections.flusher, lost);
    cleanUp.push(() => store.close());

    const begun = performance.now();
    const others = Array.from({ length: 100 }, () => anAppend());
    const outcomes = await Promise.all(others.map((append) => store.append(append)));
    const waitedMs = performance.now() - begun;

    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['stored']));
    expect(waitedMs).toBeGreaterThan(TRANSACTION_SECONDS * 500);
    const acknowledged = others.map(({ events }) => events.map(({ eventId }) => eventId));
    expect(await wholeLog(database.superuser, acknowledged)).toMatchObject({ ...WHOLE, events: 100 });
    expect(await store.readStream(lost.tenant, lost.streamId)).toEqual([]);
    process.stdout.write(`100 appends waited ${Math.round(waitedMs)} ms for a client without Sync\n`);
  }, 60_000);
});

type Raw = Readonly<{
  parse(query: object): void;
  bind(query: object): void;
  execute(query: object): void;
  flush(): void;
  stream: { destroy(): void };
}>;

/** Appends by the raw protocol and says nothing after Execute: the function has answered, and its transaction stays open. */
async function executeWithoutSync(config: pg.ClientConfig, append: ReturnType<typeof anAppend>): Promise<void> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  const { text, values } = appendCall([{ append, events: pendingEvents(append) }]);
  const raw = (client as unknown as { connection: Raw }).connection;
  cleanUp.push(() => raw.stream.destroy());
  raw.parse({ text, name: '' });
  raw.bind({ values, binary: false });
  raw.execute({ portal: '', rows: 0 });
  raw.flush();
  const held = `select count(*)::int as held from pg_locks l where l.locktype = 'advisory' and l.granted
    and l.database = (select oid from pg_database where datname = current_database())`;
  await eventually('it holds the lock', async () => (await ask(database.superuser, held))[0].held === 1);
}
