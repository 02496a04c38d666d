import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { Load } from '../attacks/load.js';
import { WHOLE, wholeLog } from '../attacks/whole-log.js';
import { figure } from '../attacks/windows.js';
import { anAppend, events, newStream } from '../event-store/appends.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { Dice } from '../harness/dice.js';
import { eventually } from '../harness/eventually.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { SEED } from '../harness/seed.js';
import { sql } from '../harness/sql.js';
import { copyingProcess, type Death } from './copying-process.js';
import { TENANTS } from './logs.js';

const KILLS = figure(3, 10);
/** So many events that no copy is through before its death: each gets to eight batches of 250 at most. */
const APPENDS = KILLS * 8 * 5;
const EACH = 50;

const SAME = `select count(*)::int as events, count(distinct event_id)::int as ids, md5(string_agg(t::text, ',' order by position)) as digest
  from store.es_event t`;

let source: TestDatabase;
let target: TestDatabase;

beforeEach(async () => {
  [source, target] = [await freshDatabase(), await freshDatabase()];
  for (const { config } of [source, target]) await migrateAll(config, { simulated: false });
}, 60_000);
afterEach(async () => {
  await source.drop();
  await target.drop();
});

const place = ({ config }: TestDatabase) => ({ connections: connectionsTo(config) });
const copying = (death?: Death) => copyingProcess({ from: place(source), to: place(target) }, death);
const logOf = async ({ config }: TestDatabase) => (await sql<{ events: number; ids: number; digest: string }>(config, SAME))[0];

describe('a copy of a store', () => {
  // Seen to fail: mutant `copy-begins-anew`, whose second copy is refused by what the first one left.
  it(`is complete, verified and without a double after ${KILLS} kills at random (R-551, R-552)`, async () => {
    const store = await openPostgresStore(connectionsTo(source.config));
    for (let n = 0; n < APPENDS; n += 1)
      await store.append(anAppend({ tenant: TENANTS[n % 2], streamId: newStream(), events: events(EACH) }));
    await store.close();

    const dice = new Dice(SEED);
    const reached: number[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const step = kill === KILLS ? 'compared' : 'copied';
      const told = await copying({ step, times: dice.between(2, 4), ms: dice.between(0, 20) });
      expect(told).not.toContain('moved');
      reached.push((await logOf(target)).events);
    }
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
    expect(new Set(reached.slice(0, -1)).size).toBe(KILLS - 1);

    expect(await copying()).toContain('moved');
    const there = await logOf(target);
    expect(there).toEqual(await logOf(source));
    expect(there).toMatchObject({ events: APPENDS * EACH, ids: APPENDS * EACH });
    expect(await wholeLog(target.config, [])).toMatchObject(WHOLE);
  }, 300_000);

  // Seen to fail: mutant `copy-leaves-source-open`.
  it('has what writers that go on were told is stored, and they are refused from then on (R-550)', async () => {
    const store = await openPostgresStore(connectionsTo(source.config));
    const acknowledged: (readonly string[])[] = [];
    const load = new Load(store, (ids) => acknowledged.push(ids));
    await eventually('appends are acknowledged', () => acknowledged.length > 500);

    let refused: unknown;
    try {
      expect(await copying()).toContain('moved');
    } finally {
      refused = await load.stop().catch((error: Error) => error.message); // so that none goes on after the spec
      await store.close();
    }
    expect(refused).toContain('an append was answered closed');
    expect(await wholeLog(target.config, acknowledged)).toMatchObject({ ...WHOLE, events: (await logOf(source)).events });
    expect(await logOf(target)).toEqual(await logOf(source));
    expect(acknowledged.length).toBeGreaterThan(500);
  }, 120_000);
});
