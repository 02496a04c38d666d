import { Timelines } from '../../../src/adapters/read-models-typeorm/timelines.js';
import { readModels } from '../../../src/adapters/read-models-typeorm/read-models.js';
import type { StreamId } from '../../../src/kernel/ids.js';
import { rowsOf } from '../../../src/read-models/projection.js';
import { timeline } from '../../../src/read-models/timeline/timeline.projection.js';
import { Dice } from '../../harness/dice.js';
import { SEED } from '../../harness/seed.js';
import { hengelo } from '../stored.js';
import { livesShuffled, type Told } from './lives.js';
import { changed, setting, TIMELINE, type Setting } from './setting.js';

let test: Setting;
let before: Told[];
let after: Told[];
let poisoned: StreamId;

/** A fold that throws for one event, as one with a mistake in it does; the mended one is the real one. */
const broken = (eventId: string) =>
  changed(TIMELINE, {
    key: (event: { eventId: string }) => {
      if (event.eventId === eventId) throw new RangeError('a mistake in the fold');
      return event.eventId;
    },
  });

const eventsOf = (told: readonly Told[], streamId: StreamId) =>
  told.flatMap(({ append }) => (append.streamId === streamId ? append.events : []));
const rowsBy = async (): Promise<Map<string, unknown[]>> => {
  const { rows } = await test.shown(TIMELINE);
  const byStream = new Map<string, unknown[]>();
  for (const row of rows) {
    const { stream_id: streamId } = JSON.parse(row as string) as { stream_id: string };
    byStream.set(streamId, [...(byStream.get(streamId) ?? []), row]);
  }
  return byStream;
};

beforeEach(async () => {
  test = await setting();
  const all = livesShuffled(new Dice(SEED), { streams: 3, appends: 40 });
  [before, after] = [all.slice(0, 20), all.slice(20)];
  poisoned = before.find(({ append }) => append.streamId.startsWith('trajectory') && eventsOf(after, append.streamId).length > 1)!
    .append.streamId;
}, 60_000);
afterEach(() => test.end());

/** The first plain event of the stream in the second half. */
const poisonIn = () => eventsOf(after, poisoned).find(({ type }) => type !== 'EventCorrected')!.eventId;

describe('an event that cannot be folded', () => {
  it('parks its own stream with the rows from before it, told with the event, and lets every other stream go on (P6)', async () => {
    const whole = test.runner(TIMELINE);
    await whole.start();
    await test.append(before);
    await test.level(whole);
    await whole.stop();
    const earlier = await rowsBy();

    const runner = test.runner(broken(poisonIn()), 7);
    await runner.start();
    await test.append(after);
    await test.level(runner);

    const [shown, { parked }] = [await rowsBy(), await test.shown(TIMELINE)];
    expect(parked).toEqual([{ stream_id: poisoned, event_id: poisonIn(), fault: 'RangeError' }]);
    expect(await runner.parked()).toEqual([{ loop: 'timeline', what: poisoned, because: 'RangeError' }]);
    expect(test.faults).toContainEqual({ projection: 'timeline', streamId: poisoned, eventId: poisonIn(), fault: 'RangeError' });
    for (const { append } of after.filter(({ append }) => append.streamId !== poisoned))
      expect(shown.get(append.streamId)?.length).toBeGreaterThan(0);
    const stored = await test.store.readStream(hengelo, poisoned);
    const readable = stored.slice(
      0,
      stored.findIndex(({ eventId }) => eventId === poisonIn()),
    );
    expect(earlier.get(poisoned)?.length).toBeGreaterThan(0);
    expect(shown.get(poisoned)?.length).toBe(rowsOf(timeline, readable).size);
    expect(JSON.stringify(shown.get(poisoned))).not.toContain(poisonIn());
  });

  it('marks what is read of that stream as stale, and of no other (P6)', async () => {
    const runner = test.runner(broken(poisonIn()));
    await runner.start();
    await test.append([...before, ...after]);
    await test.level(runner);

    const reader = await readModels(test.connections.reader, { pool: 1 });
    const timelines = new Timelines(reader);
    const isStale = async (streamId: StreamId) => (await timelines.of(hengelo, streamId, { after: null, limit: 5 })).stale;
    const healthy = after.find(({ append }) => append.streamId !== poisoned)!.append.streamId;

    expect([await isStale(poisoned), await isStale(healthy)]).toEqual([true, false]);
    await reader.destroy();
  });

  it('is taken again at the start with a mended fold, in order and with nothing skipped (P6)', async () => {
    const runner = test.runner(broken(poisonIn()), 3);
    await runner.start();
    await test.append([...before, ...after]);
    await test.level(runner);
    await runner.stop();

    const mended = test.runner(TIMELINE);
    await mended.start();
    const repaired = await test.shown(TIMELINE);
    await mended.stop();

    await test.forget();
    const fromNothing = test.runner(TIMELINE);
    await fromNothing.start();
    await test.level(fromNothing);
    expect(repaired).toEqual(await test.shown(TIMELINE));
    expect(repaired.parked).toEqual([]);
  });

  it('is the same event, with the same rows before it, however many events were taken at a time (P5, P6)', async () => {
    await test.append([...before, ...after]);
    const shown = [];
    for (const batch of [1, 1000]) {
      await test.forget();
      const runner = test.runner(broken(poisonIn()), batch);
      await runner.start();
      await test.level(runner);
      await runner.stop();
      shown.push(await test.shown(TIMELINE));
    }
    expect(shown[0]).toEqual(shown[1]);
    expect(shown[0].parked).toHaveLength(1);
  });
});
