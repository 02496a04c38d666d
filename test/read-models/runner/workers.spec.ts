import type { ProjectionRunner } from '../../../src/adapters/read-models-typeorm/projection-runner.js';
import { rebuilt } from '../../../src/rebuild.js';
import { Dice } from '../../harness/dice.js';
import { SEED } from '../../harness/seed.js';
import { sql } from '../../harness/sql.js';
import { livesShuffled, type Told } from './lives.js';
import { EVERY, setting, type Setting } from './setting.js';

type Runner = ProjectionRunner<never, never>;

let test: Setting;
let told: Told[];

beforeAll(async () => {
  test = await setting();
  told = livesShuffled(new Dice(SEED), { streams: 6, appends: 160 });
}, 60_000);
afterAll(() => test.end());

/** A process, as far as read models go. */
const started = async (): Promise<readonly Runner[]> => {
  const runners = EVERY.map((one) => test.runner(one, 10));
  await Promise.all(runners.map((runner) => runner.start()));
  return runners;
};
const stopped = (runners: readonly Runner[]) => Promise.all(runners.map((runner) => runner.stop()));

/** As if every process that holds a lease had stood still for too long. */
const expire = () => sql(test.superuser, `update read.projection set held_until = clock_timestamp() - interval '1 second'`);

const anew = (nth: number) =>
  rebuilt(
    { store: test.store, pool: test.pool, onProgress: () => undefined, isStopped: () => false },
    EVERY[nth % EVERY.length],
    { checkOnly: false },
  );

const shown = async () =>
  new Map(await Promise.all(EVERY.map(async (one) => [one.projection.name, await test.shown(one)] as const)));

/** Tells a part of it while processes come and go, leases run out, and projections are made anew. */
async function tellAmid(workers: (readonly Runner[])[], part: readonly Told[], dice: Dice): Promise<void> {
  const nth = dice.below(workers.length);
  const upset = async (): Promise<void> => {
    if (dice.percent(50)) await expire();
    await stopped(workers[nth]);
    workers[nth] = await started();
  };
  await Promise.all([test.append(part), upset(), anew(dice.below(EVERY.length)), anew(dice.below(EVERY.length))]);
}

describe('the rows of a history full of corrections and merges', () => {
  it.each([1, 4])(
    'are those of a rebuild from nothing with %i workers that come and go, lose their lease, and are built beside (P5)',
    async (count) => {
      await test.forget();
      const dice = new Dice(SEED + count);
      const workers: (readonly Runner[])[] = [];
      for (let nth = 0; nth < count; nth++) workers.push(await started());
      const half = told.slice(count === 1 ? 0 : 80, count === 1 ? 80 : 160);
      for (let at = 0; at < half.length; at += 10) await tellAmid(workers, half.slice(at, at + 10), dice);
      for (const worker of workers) await test.level(...worker);
      await Promise.all(workers.map(stopped));
      const live = await shown();

      await test.forget();
      const alone = await started();
      await test.level(...alone);
      await stopped(alone);
      expect(live).toEqual(await shown());
      expect([...live.values()].every(({ rows }) => rows.length > 1)).toBe(true);
    },
    120_000,
  );
});
