import pg from 'pg';
import { removeRetired } from '../../../src/adapters/read-models-typeorm/builds.js';
import { Dice } from '../../harness/dice.js';
import { eventually } from '../../harness/eventually.js';
import { SEED } from '../../harness/seed.js';
import { sql } from '../../harness/sql.js';
import { livesShuffled, type Told } from './lives.js';
import { setting, TIMELINE, type Setting } from './setting.js';

let test: Setting;
let told: Told[];
let other: pg.Client;

beforeEach(async () => {
  test = await setting();
  told = livesShuffled(new Dice(SEED), { streams: 4, appends: 60 });
  other = new pg.Client(test.superuser);
  await other.connect();
}, 60_000);
afterEach(async () => {
  await other.end();
  await test.end();
});

/** As if another process held a build while it writes or removes its rows. */
const heldByAnother = (build: number) =>
  other.query(`begin; select from read.projection where name = 'timeline' and build = ${build} for update`);

const waiting = async () => {
  const locks = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await sql(test.superuser, locks)).length > 0;
};

/** Errors: rejects when anybody else has touched a row of the build and not ended yet. */
const everyRowIsFree = (build: number) =>
  other.query('select event_id from read.timeline where build = $1 for update nowait', [build]);

/** A build of before the one that readers see, with every row of it, and as many again of forty other streams each. */
const retired = () =>
  sql(
    test.superuser,
    `insert into read.projection (name, build, version, live) values ('timeline', 0, 0, false);
     insert into read.timeline
     select (jsonb_populate_record(t, jsonb_build_object('build', 0, 'stream_id', t.stream_id || other))).*
     from read.timeline t, generate_series(0, 40) other where build = 1 order by random()`,
  );

const rowsLeft = () => sql(test.superuser, 'select from read.timeline where build = 0');

describe('who writes or removes rows of a build holds the build first, so that two never wait for each other', () => {
  it('also a writer (P5)', async () => {
    const runner = test.runner(TIMELINE);
    await test.append(told.slice(0, 40));
    await runner.start();
    await test.level(runner);

    await heldByAnother(1);
    await test.append(told.slice(40));
    runner.wake();
    await eventually('the writer waits', waiting);
    await everyRowIsFree(1);
    await other.query('commit');
    await test.level(runner);
  });

  it('also whoever removes one that has had its time (P5)', async () => {
    const runner = test.runner(TIMELINE);
    await test.append(told);
    await runner.start();
    await test.level(runner);
    await retired();

    await heldByAnother(0);
    const removed = removeRetired(test, TIMELINE.projection, TIMELINE.table);
    await eventually('it waits', waiting);
    await everyRowIsFree(0);
    expect((await rowsLeft()).length).toBeGreaterThan(1_000);
    await other.query('commit');
    await removed;
    expect(await rowsLeft()).toEqual([]);
  });
});
