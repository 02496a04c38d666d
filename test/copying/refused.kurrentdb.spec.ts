import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import pg from 'pg';
import { settledIdentity } from '../../src/adapters/event-store-kurrentdb/identity.js';
import { LogRefused } from '../../src/adapters/event-store-kurrentdb/log-refused.js';
import { NameSpace } from '../../src/adapters/event-store-kurrentdb/names.js';
import { openToCopy } from '../../src/adapters/event-store-kurrentdb/open-to-copy.js';
import { PostgresCopyableLog } from '../../src/adapters/event-store-postgres/copyable-log.js';
import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { CopyRefused } from '../../src/composition/copy-refused.js';
import { copyStore, giveUpCopying, type Side } from '../../src/composition/copying.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { KurrentDouble } from '../event-store/kurrentdb/double/kurrentdb-double.js';
import { rejectionOf } from '../event-store/kurrentdb/clients.js';
import { HASTY } from '../event-store/kurrentdb/store-on-kurrentdb.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { sql } from '../harness/sql.js';
import { fill } from './logs.js';

const nothing = (): void => undefined;
const names = new NameSpace('spec');
const doubles: KurrentDouble[] = [];
const ending: (() => Promise<unknown>)[] = [];
let database: TestDatabase;
let here: Side;
let right: KurrentDouble;
let wrong: KurrentDouble;

const ended = async (steps: readonly (() => Promise<unknown>)[]): Promise<void> => {
  for (const end of [...steps].reverse()) await end();
};

beforeEach(async () => {
  [right, wrong, database] = await Promise.all([KurrentDouble.start(), KurrentDouble.start(), freshDatabase()]);
  doubles.push(right, wrong);
  await migrateAll(database.config, { simulated: false });
  const connections = connectionsTo(database.config);
  const pool = new pg.Pool({ ...connections.copier, max: 3 }).on('error', nothing);
  here = { log: new PostgresCopyableLog(pool), beside: connections.copier, place: 'PostgreSQL' };
  const store = await openPostgresStore(connections);
  await fill({ store }, 3);
  await store.close();
  ending.push(
    () => database.drop(),
    () => pool.end(),
  );
}, 60_000);
afterEach(async () => {
  await ended(ending.splice(0));
  await Promise.all(doubles.splice(0).map((double) => double.end()));
});

/** The name space on a server, as `store:copy` opens it. */
async function there(double: KurrentDouble, side: 'source' | 'target'): Promise<Side> {
  const client = KurrentDBClient.connectionString(double.url());
  ending.push(() => client.dispose());
  const connections = connectionsTo(database.config);
  const { log, close } = await openToCopy({ side, client, names, place: 'a double', connections }, HASTY);
  ending.push(close);
  return { log, beside: connections.copier, place: double.url() };
}

const move = (from: Side, to: Side) => copyStore({ from, to, onProgress: nothing });

/** What a start on that server is told; undefined when it would be served. */
async function startOn(double: KurrentDouble): Promise<string | undefined> {
  const client = KurrentDBClient.connectionString(double.url());
  const writer = new pg.Pool({ ...connectionsTo(database.config).writer, max: 1 });
  const settled = settledIdentity({ client, names, place: 'a double', writer, answerWithinMs: 20_000 });
  const line = await settled.then(
    () => undefined,
    (error: Error) => error.message,
  );
  await Promise.all([writer.end(), client.dispose()]);
  return line;
}

const marks = () => sql(database.config, 'select log, closes from store.closing_mark order by id');

describe('a move that names a server without the log (R-610)', () => {
  it.each(['source', 'target'] as const)(
    'is refused as a start is, with that as its %s, and nothing is written anywhere',
    async (side) => {
      await move(here, await there(right, 'target'));
      const before = await marks();
      const refused = await rejectionOf(there(wrong, side));
      expect(refused).toBeInstanceOf(LogRefused);
      expect(refused.message).toBe(
        'The log of this database is gone: Name space spec on KurrentDB (a double) is empty; name the right server, or restore it.',
      );
      expect([wrong.log.all, await marks()]).toEqual([[], before]);
      expect(await startOn(wrong)).toBe(refused.message);
      expect(await startOn(right)).toBeUndefined();
    },
    60_000,
  );

  it('is refused back from where it never was', async () => {
    const refused = await rejectionOf(there(wrong, 'source'));
    expect(refused.message).toBe('Name space spec on KurrentDB (a double) is empty: there is no log to move from there.');
    expect(wrong.log.all).toEqual([]);
  }, 60_000);

  it('makes an unused name space its own only when nothing stands against the move', async () => {
    const away = await there(right, 'target');
    await sql(database.config, `select store.move_log_home('kurrentdb:other')`);
    await expect(move(here, away)).rejects.toThrow(/is on KurrentDB \(name space other\): move it back first/);
    expect([right.log.all, await marks()]).toEqual([[], []]);
  }, 60_000);
});

describe('a log on which somebody works (R-611)', () => {
  const held = (until: string) =>
    sql(database.config, `update read.reaction set held_until = clock_timestamp() + interval '${until}'`);

  it('stays where it is, and open, with one line that says what to do', async () => {
    const away = await there(right, 'target');
    await held('10 seconds');
    const renewing = setInterval(() => void held('10 seconds'), 200);
    const refused = await rejectionOf(move(here, away));
    clearInterval(renewing);
    expect(refused).toBeInstanceOf(CopyRefused);
    expect(refused.message).toMatch(
      /^Trajectlijn is at work on this store, .*: stop it, and run this again\. Nothing was changed\.$/,
    );
    expect([right.log.all, await marks()]).toEqual([[], []]);
  }, 60_000);

  it('moves once the leases of who was killed have lapsed', async () => {
    const away = await there(right, 'target');
    await held('1 second');
    expect(await move(here, away)).toMatchObject({ kind: 'moved' });
    expect(await sql(database.config, 'select from read.reaction where held_until > clock_timestamp()')).toEqual([]);
  }, 60_000);
});

describe('a move that is given up (R-555)', () => {
  it('says whether there was one, and writes nothing to a server that knows of none', async () => {
    const sides = { from: here, to: await there(right, 'target') };
    expect(await giveUpCopying(sides)).toBe(false);
    await sql(database.config, `select store.close_log('postgresql'), store.close_log('kurrentdb:spec')`);
    expect(await giveUpCopying(sides)).toBe(true);
    expect(right.log.all).toEqual([]);
  }, 60_000);

  it('is refused once the log is there, whichever server is named', async () => {
    const away = await there(right, 'target');
    await move(here, away);
    await expect(giveUpCopying({ from: here, to: away })).rejects.toThrow('two histories');
    await expect(there(wrong, 'target')).rejects.toThrow('is gone');
  }, 60_000);
});
