import { addDays, dayOf, startOf } from '../../../src/kernel/days.js';
import { Dice } from '../../harness/dice.js';
import { SEED } from '../../harness/seed.js';
import { livesShuffled, type Told } from './lives.js';
import { changed, EVERY, setting, FOLLOW_UPS, type Setting, type Shelved } from './setting.js';

/** Longer than the life of any of these. */
const FIVE_YEARS = 5 * 366;

/** Of these lives few are of meetings, each of which has one row, and of workplaces, each of which has one while it is held. */
const FEW: Readonly<Record<string, number>> = { 'meeting-interests': 2, reservations: 1 };

let test: Setting;
let appends: Told[];
let live: Map<string, unknown>;

const fresh = (shelved: readonly Shelved[], batch: number) => shelved.map((one) => test.runner(one, batch));
const stopAll = (runners: ReturnType<typeof fresh>) => Promise.all(runners.map((runner) => runner.stop()));

async function shownOf(shelved: readonly Shelved[]): Promise<Map<string, unknown>> {
  const shown = new Map<string, unknown>();
  for (const one of shelved) shown.set(one.projection.name, await test.shown(one));
  return shown;
}

/** Folds the whole log from nothing, in one process, and answers what is shown then. */
async function fromNothing(batch: number): Promise<Map<string, unknown>> {
  await test.forget();
  const runners = fresh(EVERY, batch);
  await Promise.all(runners.map((runner) => runner.start()));
  try {
    await test.level(...runners);
  } finally {
    await stopAll(runners);
  }
  return shownOf(EVERY);
}

beforeAll(async () => {
  test = await setting();
  appends = livesShuffled(new Dice(SEED), { streams: 6, appends: 200 });
  const runners = fresh(EVERY, 3);
  await Promise.all(runners.map((runner) => runner.start()));
  await test.append(appends);
  await test.level(...runners);
  await stopAll(runners);
  live = await shownOf(EVERY);
}, 120_000);
afterAll(() => test.end());

describe('the rows of a history full of corrections', () => {
  it('come from many corrections of each kind and from late facts', () => {
    const events = appends.flatMap(({ append }) => append.events);
    const kinds = events.flatMap(({ type, data }) => (type === 'EventCorrected' ? [(data as { kind: string }).kind] : []));
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;

    expect(Math.min(count('replace'), count('void'), count('restore'))).toBeGreaterThan(5);
    for (const [name, shown] of live) expect((shown as { rows: unknown[] }).rows.length).toBeGreaterThanOrEqual(FEW[name] ?? 6);
  });

  it.each([
    ['one event at a time', 1],
    ['a hundred at a time', 100],
    ['the whole log at once', 100_000],
  ])(
    'are, row for row, those of a rebuild from nothing with %s (P5)',
    async (_, batch) => {
      expect(await fromNothing(batch)).toEqual(live);
    },
    120_000,
  );

  it('are the same when rebuilt five years later (P5)', async () => {
    await test.clock.moveTo(startOf(addDays(dayOf(await test.clock.now()), FIVE_YEARS)));
    expect(await fromNothing(100)).toEqual(live);
  }, 120_000);

  it('are the same when a fold was broken for half of the log, and then mended (P5, P6)', async () => {
    await test.forget();
    const broken = changed(FOLLOW_UPS, {
      key: () => {
        throw new TypeError('broken');
      },
    });
    const lame = test.runner(broken, 50);
    await lame.start();
    await test.level(lame);
    await lame.stop();
    expect((await test.shown(FOLLOW_UPS)).parked.length).toBeGreaterThan(2);

    const mended = test.runner(FOLLOW_UPS, 50);
    await mended.start();
    await test.level(mended);
    await mended.stop();
    expect(await test.shown(FOLLOW_UPS)).toEqual(live.get('follow-ups'));
  }, 120_000);
});
