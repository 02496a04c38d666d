import type { ProjectionRunner } from '../../../src/adapters/read-models-typeorm/projection-runner.js';
import { rebuilt } from '../../../src/composition/rebuild.js';
import { addDays, dayOf, startOf } from '../../../src/kernel/days.js';
import { Dice } from '../../harness/dice.js';
import { SEED } from '../../harness/seed.js';
import { sql } from '../../harness/sql.js';
import { livesShuffled, type Told } from './lives.js';
import { changed, EVERY, setting, TIMELINE, type Setting, type Shelved } from './setting.js';

type Runner = ProjectionRunner<never, never>;

const FIVE_YEARS = 5 * 366;

/** How many appends one release tells, and how many of them are told amid one upset; enough that every projection has rows, whatever the seed. */
const [EACH_TELLS, AMID] = [120, 30];

let test: Setting;
let told: Told[];

beforeEach(async () => {
  test = await setting();
  told = livesShuffled(new Dice(SEED), { streams: 4, appends: 2 * EACH_TELLS });
}, 60_000);
afterEach(() => test.end());

/** A process, as far as read models go; its timelines cannot be folded where `lame` says so. */
const started = async (lame = false): Promise<readonly Runner[]> => {
  const runners = EVERY.map((one) => test.runner(lame && one === TIMELINE ? LAME_TIMELINE : one, 10));
  await Promise.all(runners.map((runner) => runner.start()));
  return runners;
};
const stopped = (runners: readonly Runner[]) => Promise.all(runners.map((runner) => runner.stop()));

/** As if every process that holds a lease had stood still for too long. */
const expire = () => sql(test.superuser, `update read.projection set held_until = clock_timestamp() - interval '1 second'`);

const NOT_LAME = EVERY.filter((one) => one !== TIMELINE);

const anew = (shelved: Shelved) =>
  rebuilt({ store: test.store, pool: test.pool, onProgress: () => undefined, isStopped: () => false }, shelved, {
    checkOnly: false,
  });

const shown = async () =>
  new Map(await Promise.all(EVERY.map(async (one) => [one.projection.name, await test.shown(one)] as const)));

/** A release whose timeline cannot tell of some kinds of events, until the next one mends it. */
const LAME_TIMELINE = changed(TIMELINE, {
  on: Object.fromEntries(
    Object.entries((TIMELINE.projection as unknown as { on: object }).on).map(([type, fold]: [string, unknown]) => [
      type,
      /^(Intake|Match|Placement|Goal)/.test(type) ? breaks : fold,
    ]),
  ),
});

function breaks(): never {
  throw new RangeError('broken');
}

/** Tells a part of it while processes come and go, leases run out, and projections are made anew. */
async function tellAmid(
  workers: (readonly Runner[])[],
  part: readonly Told[],
  { dice, lame }: Readonly<{ dice: Dice; lame: boolean }>,
): Promise<void> {
  const nth = dice.below(workers.length);
  const upset = async (): Promise<void> => {
    if (dice.percent(50)) await expire();
    await stopped(workers[nth]);
    workers[nth] = await started(lame);
  };
  const made = lame ? NOT_LAME : EVERY;
  const amid = [test.append(part), upset(), anew(dice.pick(made)), anew(dice.pick(made))];
  await Promise.allSettled(amid); // so that none goes on when another fails
  await Promise.all(amid);
}

const inParts = (all: readonly Told[]): readonly (readonly Told[])[] =>
  Array.from({ length: Math.ceil(all.length / AMID) }, (_, nth) => all.slice(nth * AMID, (nth + 1) * AMID));

describe('the rows of a history full of corrections and merges', () => {
  it.each([1, 4])(
    'are those of a rebuild from nothing, five years on, with %i workers that come and go, lose their lease, break and are mended (P5, P6)',
    async (count) => {
      const dice = new Dice(SEED + count);
      const workers: (readonly Runner[])[] = [];
      for (let nth = 0; nth < count; nth++) workers.push(await started(true));
      for (const part of inParts(told.slice(0, EACH_TELLS))) await tellAmid(workers, part, { dice, lame: true });
      for (const worker of workers) await test.level(...worker);
      expect((await test.shown(TIMELINE)).parked.length).toBeGreaterThan(0);

      await Promise.all(workers.map(stopped));
      for (let nth = 0; nth < count; nth++) workers[nth] = await started();
      for (const part of inParts(told.slice(EACH_TELLS))) await tellAmid(workers, part, { dice, lame: false });
      for (const worker of workers) await test.level(...worker);
      await Promise.all(workers.map(stopped));
      const live = await shown();

      await test.forget();
      await test.clock.moveTo(startOf(addDays(dayOf(await test.clock.now()), FIVE_YEARS)));
      const alone = await started();
      await test.level(...alone);
      await stopped(alone);
      expect(live).toEqual(await shown());
      expect([...live.values()].every(({ rows, parked }) => rows.length > 0 && parked.length === 0)).toBe(true);
    },
    120_000,
  );
});
