import pg from 'pg';
import { PostgresCopyableLog } from '../../src/adapters/event-store-postgres/copyable-log.js';
import { idOf } from '../../src/application/names.js';
import type { CopyableLog, LoggedEvent } from '../../src/application/ports/copying.js';
import { CopyStopped } from '../../src/application/copying/copy-log.js';
import { CopyRefused } from '../../src/composition/copy-refused.js';
import { copyStore, giveUpCopying, type Side, type StoreCopied } from '../../src/composition/copying.js';
import type { Engine } from '../../src/composition/engine.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { addMicroseconds } from '../../src/kernel/days.js';
import { streamIdOf } from '../../src/kernel/ids.js';
import { wholeLog } from '../attacks/whole-log.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { engineOn, startEngine, type TestEngine } from '../harness/engine.js';
import { lifeOn, publishRules, TENANT } from '../harness/life.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { sql } from '../harness/sql.js';
import { People } from '../reacting/people.js';

/** What goes along, row for row. */
const BESIDE = [
  ...['vault.subject_key', 'vault.sealed_part', 'vault.hash_key', 'vault.command_claim', 'vault.command_claim_count'],
  ...['store.key_claim', 'read.reaction_command', 'read.reaction_aside'],
];

let source: TestEngine;
let people: People;
let answered: string;
let waiting: string;
let programmeId: string;
const pools: pg.Pool[] = [];
const databases: TestDatabase[] = [];

/** The log of a database, as the copier has it. */
function sideOf(database: pg.ClientConfig): Side {
  const { copier } = connectionsTo(database);
  const pool = new pg.Pool({ ...copier, max: 3 }).on('error', () => undefined);
  pools.push(pool);
  return { log: new PostgresCopyableLog(pool), beside: copier, place: String(copier.database) };
}

async function anEmptyStore({ simulated = true } = {}): Promise<pg.ClientConfig> {
  const database = await freshDatabase();
  databases.push(database);
  await migrateAll(database.config, { simulated });
  return database.config;
}

const copy = (to: pg.ClientConfig): Promise<StoreCopied> =>
  copyStore({ from: sideOf(source.superuser), to: sideOf(to), onProgress: () => undefined });

const rowsOf = (database: pg.ClientConfig, table: string) => sql(database, `select t::text as row from ${table} t order by 1`);
const closed = async (database: pg.ClientConfig) =>
  (await sql<{ closed: boolean }>(database, `select store.log_is_closed('postgresql') as closed`))[0].closed;
const offers = (engine: Engine, candidateId: string) =>
  engine.tools.store.readStream(TENANT, streamIdOf('trajectory', idOf(['round', candidateId, people.programmeId, 1])));

/** A meeting at which both say yes; with the reactions at work a trajectory is then offered. */
async function bothSayYes(on: string): Promise<string> {
  const [candidateId, employerId] = [await people.candidate(), await people.employer()];
  await people.bothSay(await people.meeting(on, [candidateId], [employerId]), { candidateId, employerId });
  return candidateId;
}

beforeAll(async () => {
  source = await startEngine();
  people = new People(source.engine);
  await people.publish();
  ({ programmeId } = people);
  answered = await bothSayYes('2019-09-05');
  await source.engine.clockLoop!.settle();
  for (const reaction of Object.values(source.engine.reactions)) await reaction.stop();
  waiting = await bothSayYes('2019-10-03');
}, 120_000);
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await Promise.all(databases.map(({ drop }) => drop()));
  await source.stop();
});
afterEach(() => sql(source.superuser, `select store.open_log('postgresql', null, null)`));

describe('a store that is moved', () => {
  it('has the log, what is sealed, what is claimed and what reactions did, and its source takes nothing more (R-550, R-554)', async () => {
    const there = await anEmptyStore();
    expect(await copy(there)).toMatchObject({ kind: 'moved' });

    for (const table of ['store.es_event', ...BESIDE])
      expect(await rowsOf(there, table)).toEqual(await rowsOf(source.superuser, table));
    expect((await rowsOf(there, 'vault.sealed_part')).length).toBeGreaterThan(0);
    expect((await rowsOf(there, 'read.reaction_command')).length).toBeGreaterThan(0);
    expect(await closed(there)).toBe(false);
    expect(await closed(source.superuser)).toBe(true);
    await expect(people.candidate()).rejects.toThrow('store-closed');
  }, 60_000);

  it('goes on where it was: nothing is said or done twice, and what waited is done (R-554)', async () => {
    const there = await anEmptyStore();
    await copy(there);
    const before = await sql(there, 'select name, position from read.reaction order by name');
    expect(before).toEqual(await sql(source.superuser, 'select name, position from read.reaction order by name'));
    expect(before.some(({ position }) => position !== null)).toBe(true);
    const asked = await rowsOf(there, 'read.reaction_command');

    const engine = await engineOn(there, source.keys);
    try {
      await engine.start();
      expect(await engine.clockLoop!.settle()).toMatchObject({ kind: 'moved', parked: [] });
      expect(await offers(engine, answered)).toHaveLength(1);
      expect(await offers(engine, waiting)).toHaveLength(1);
      expect(await engine.tools.clock.now()).toBe(await source.engine.tools.clock.now());
      const more = await rowsOf(there, 'read.reaction_command');
      expect(more).toEqual(expect.arrayContaining(asked));
      expect(more).toHaveLength(asked.length + 1);

      const again = lifeOn(engine);
      const count = (await sql(there, 'select from store.es_event')).length;
      expect(await publishRules(again)).toBe(programmeId);
      expect(await sql(there, 'select from store.es_event')).toHaveLength(count);
    } finally {
      await engine.stop();
    }
    expect((await wholeLog(there, [])).bad).toBeNull();
  }, 120_000);

  it('carries erasures out again, whose words may have come along meanwhile (R-554)', async () => {
    await sql(source.superuser, `insert into vault.destroyed_up_to (position) values ('p0000000000000001')`);
    const there = await anEmptyStore();
    await copy(there);
    expect(await rowsOf(there, 'vault.destroyed_up_to')).toEqual([]);
    await sql(source.superuser, 'delete from vault.destroyed_up_to');
  }, 60_000);

  // Seen to fail when the source is not closed for a place: three stores took appends.
  it('is moved to one place only, and given up only with the place that it is copied into (R-555)', async () => {
    const [there, slip] = [await anEmptyStore(), await anEmptyStore()];
    const from = sideOf(source.superuser);
    expect(await copy(there)).toMatchObject({ kind: 'moved' });

    const line = `The source is closed: it is copied into ${String(sideOf(there).place)}, or was. Go on there, or give that copy up first`;
    await expect(copy(slip)).rejects.toThrow(line);
    await expect(giveUpCopying({ from, to: sideOf(slip) })).rejects.toThrow(line);
    expect([await closed(source.superuser), await closed(slip)]).toEqual([true, false]);
    expect(await copy(there)).toMatchObject({ kind: 'moved-before' });
  }, 60_000);

  it('may go to another place once the copy is given up with the place that it went to (R-555)', async () => {
    const [slip, there] = [await anEmptyStore(), await anEmptyStore()];
    const stopped = { onProgress: () => undefined, isStopped: () => true };
    await expect(copyStore({ from: sideOf(source.superuser), to: sideOf(slip), ...stopped })).rejects.toThrow(CopyStopped);
    await expect(copy(there)).rejects.toThrow(CopyRefused);
    expect(await giveUpCopying({ from: sideOf(source.superuser), to: sideOf(slip) })).toBe(true);
    expect(await copy(there)).toMatchObject({ kind: 'moved' });
  }, 60_000);

  it('is moved once, however often it is asked for, and goes its own way from then on', async () => {
    const there = await anEmptyStore();
    const first = await copy(there);
    const engine = await engineOn(there, source.keys);
    await engine.start();
    await engine.clockLoop!.settle();
    await engine.stop();
    const rows = await rowsOf(there, 'store.es_event');

    expect(await copy(there)).toEqual({ ...first, kind: 'moved-before' });
    expect(await rowsOf(there, 'store.es_event')).toEqual(rows);
  }, 120_000);
});

describe('a copy that is not what its source is', () => {
  it('is told of by its first event that differs, and is no store (R-552)', async () => {
    const there = await anEmptyStore();
    const { log, beside } = sideOf(there);
    const late = (event: LoggedEvent): LoggedEvent => ({
      ...event,
      seal: { ...event.seal, at: addMicroseconds(event.seal.at, 1) },
    });
    const wrong = Object.assign(Object.create(log) as CopyableLog, {
      take: (events: readonly LoggedEvent[]) => log.take(events.map((event, n) => (n === 7 ? late(event) : event))),
    });

    const came = await copyStore({
      from: sideOf(source.superuser),
      to: { log: wrong, beside, place: 'there' },
      onProgress: () => undefined,
    });
    expect(came).toMatchObject({ kind: 'differs', difference: { event: 8, fault: 'its seal is not that of the source' } });
    expect(await closed(there)).toBe(true);
    expect(await rowsOf(there, 'vault.sealed_part')).toEqual([]);
  }, 60_000);
});

describe('a copy is refused, and the source goes on', () => {
  const refused = async (to: pg.ClientConfig, why: RegExp): Promise<void> => {
    await expect(copy(to)).rejects.toThrow(why);
    await expect(copy(to)).rejects.toThrow(CopyRefused);
    expect(await closed(source.superuser)).toBe(false);
  };

  it('into a real store from a simulated one', async () => {
    await refused(await anEmptyStore({ simulated: false }), /simulated/);
  });

  it('into a store that was started before (R-551)', async () => {
    const there = await anEmptyStore();
    const engine = await engineOn(there, source.keys);
    await refused(there, /keys of its own/);
    await engine.start();
    await new People(engine).publish();
    await engine.stop();
    await refused(there, /events of its own/);
  }, 60_000);

  it('while another is under way', async () => {
    const there = await anEmptyStore();
    const other = new pg.Client(connectionsTo(there).copier);
    await other.connect();
    await other.query('select pg_advisory_lock(7310310260712)');
    await refused(there, /Another copy/);
    await other.end();
  });
});

describe('a copy that is given up', () => {
  it('lets the source go on, and is gone on with later (R-555)', async () => {
    const there = await anEmptyStore();
    const sides = { from: sideOf(source.superuser), to: sideOf(there) };
    let told = 0;
    const stopped = copyStore({ ...sides, onProgress: () => (told += 1), isStopped: () => told > 1 });
    await expect(stopped).rejects.toThrow('stopped');
    await expect(people.candidate()).rejects.toThrow('store-closed');

    await giveUpCopying(sides);
    await people.candidate();
    expect(await closed(there)).toBe(true);
    expect(await copy(there)).toMatchObject({ kind: 'moved' });
    expect(await rowsOf(there, 'store.es_event')).toEqual(await rowsOf(source.superuser, 'store.es_event'));
  }, 60_000);

  it('is refused once the copy is the store (R-555)', async () => {
    const there = await anEmptyStore();
    await copy(there);
    const sides = { from: sideOf(source.superuser), to: sideOf(there) };
    await expect(giveUpCopying(sides)).rejects.toThrow('two histories');
    expect(await closed(source.superuser)).toBe(true);
  }, 60_000);
});
