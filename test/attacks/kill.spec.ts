import fs from 'node:fs';
import type pg from 'pg';
import type { EmbeddedPostgres } from '../../src/adapters/embedded-postgres/start.js';
import { migrations } from '../../src/adapters/event-store-postgres/migrations.js';
import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { migrate } from '../../src/composition/migrate.js';
import { ask, Scratch } from '../embedded-postgres/scratch.js';
import { eventually } from '../harness/eventually.js';
import { AppendingProcess } from './appending-process.js';
import { Load } from './load.js';
import { WHOLE, wholeLog } from './whole-log.js';
import { figure } from './windows.js';

const ROUNDS = figure(5, 20);

describe('a store in production settings that is killed in mid-write', () => {
  const scratch = new Scratch();
  const acknowledged: (readonly string[])[] = [];
  let server: EmbeddedPostgres;
  let database: pg.ClientConfig;

  beforeAll(async () => {
    server = await scratch.start();
    database = { ...server.superuser, database: server.connections.flusher.database };
    await migrate(database, { simulated: false, migrations });
  }, 120_000);
  afterAll(() => scratch.clear());

  it('waits for the disk in the session that appends (P1)', async () => {
    const settings = `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
      current_setting('full_page_writes') as full_page_writes`;
    expect(await ask(server.connections.flusher, settings)).toEqual([
      { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
    ]);
  });

  // Seen to fail: mutant `no-synchronous-commit`, which loses what was acknowledged last.
  it(`has every acknowledged append, whole and once, after ${ROUNDS} kills of PostgreSQL, and answers those under way (P1)`, async () => {
    const store = await openPostgresStore(server.connections, {
      patienceMs: 60_000,
      answerWithinMs: 5_000,
      drainWithinMs: 5_000,
    });
    const load = new Load(store, (ids) => acknowledged.push(ids));
    try {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const before = acknowledged.length;
        await eventually('appends are acknowledged', () => acknowledged.length > before + 100 + 37 * round);
        killWithChildren(server.pid);
        server = await scratch.start();
      }
      await load.stop();
    } finally {
      await store.close();
    }

    expect(await wholeLog(database, acknowledged)).toMatchObject(WHOLE);
  }, 600_000);

  it(`has every acknowledged append, whole and once, after ${ROUNDS} kills of an appending process (P1)`, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const appending = new AppendingProcess(server.connections);
      await appending.appendsMore(50 + 37 * round, 60_000);
      await appending.kill();
      expect(appending.acknowledged.length).toBeGreaterThan(0);
      acknowledged.push(...appending.acknowledged);
    }

    const { events, ...rest } = await wholeLog(database, acknowledged);
    expect(rest).toEqual(WHOLE);
    process.stdout.write(`${acknowledged.length} appends acknowledged over ${2 * ROUNDS} kills, ${events} events stored\n`);
  }, 600_000);
});

/** SIGKILL for PostgreSQL and each process that it made, so that none has time to write anything more. */
function killWithChildren(pid: number): void {
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  for (const one of [pid, ...children]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // it had ended already
    }
  }
}
