import type { DataSource } from 'typeorm';
import { OpenFollowUpSteps } from '../../../src/adapters/read-models-typeorm/follow-up-lists.js';
import { TypeormLookRows } from '../../../src/adapters/read-models-typeorm/look-rows.js';
import { readModels } from '../../../src/adapters/read-models-typeorm/read-models.js';
import { BuildStopped } from '../../../src/adapters/read-models-typeorm/rebuild.js';
import { SwapRefused } from '../../../src/adapters/read-models-typeorm/swap.js';
import { Timelines } from '../../../src/adapters/read-models-typeorm/timelines.js';
import type { EventStore, Position } from '../../../src/application/ports/event-store.js';
import type { Instant } from '../../../src/kernel/days.js';
import type { CandidateId } from '../../../src/kernel/ids.js';
import { rebuilt } from '../../../src/composition/rebuild.js';
import { Dice } from '../../harness/dice.js';
import { eventually } from '../../harness/eventually.js';
import { SEED } from '../../harness/seed.js';
import { sql } from '../../harness/sql.js';
import { hengelo } from '../stored.js';
import { livesShuffled, type Told } from './lives.js';
import { changed, EVERY, FOLLOW_UPS, setting, TIMELINE, type Setting, type Shelved } from './setting.js';

let test: Setting;
let before: Told[];
let after: Told[];
let reader: DataSource;
let letGo: () => void = () => undefined;

beforeEach(async () => {
  test = await setting();
  reader = await readModels(test.connections.reader, { pool: 1 });
  const all = livesShuffled(new Dice(SEED), { streams: 4, appends: 80 });
  [before, after] = [all.slice(0, 60), all.slice(60)];
}, 60_000);
afterEach(async () => {
  letGo();
  await reader.destroy();
  await test.end();
});

/** The next release of a projection: each line of the timeline says so. */
const NEXT_TIMELINE: Shelved = changed(TIMELINE, {
  version: TIMELINE.projection.version + 1,
  on: Object.fromEntries(
    Object.entries((TIMELINE.projection as unknown as { on: Record<string, (...asked: unknown[]) => object> }).on).map(
      ([type, fold]) => [type, (...asked: unknown[]) => ({ ...fold(...asked), data: { release: 'next' } })],
    ),
  ),
});

const anew = (shelved: Shelved, options: Partial<Parameters<typeof rebuilt>[0]> & { checkOnly?: boolean } = {}) => {
  const { checkOnly = false, ...around } = options;
  const rebuilding = { store: test.store, pool: test.pool, onProgress: () => undefined, isStopped: () => false, ...around };
  return rebuilt(rebuilding, shelved, { checkOnly });
};

async function levelled(shelved: Shelved) {
  const runner = test.runner(shelved, 20);
  await runner.start();
  await test.level(runner);
  return runner;
}

const builds = () => sql(test.superuser, 'select name, build, version, live from read.projection order by name, build');
const rowsPerBuild = () =>
  sql(test.superuser, 'select build, count(*)::integer as n from read.timeline group by build order by build');

/** What readers see of the timeline: one word for each line. */
const seen = async (): Promise<readonly string[]> => {
  const streams = [...new Set(before.map(({ append }) => append.streamId))];
  const timelines = new Timelines(reader);
  const pages = await Promise.all(streams.map((streamId) => timelines.of(hengelo, streamId, { after: null, limit: 1_000 })));
  return pages.flatMap(({ rows }) =>
    rows.map(({ data }) => ((data as { release?: string }).release === 'next' ? 'next' : 'now')),
  );
};

/** A log in small pages, which stops once this many streams of it were read, until told to go on. */
function halting(store: EventStore, streams: number): { store: EventStore; isHalted(): boolean; goOn(): void } {
  let goOn: () => void = () => undefined;
  let read = 0;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const readStream: EventStore['readStream'] = async (...asked) => {
    if (++read > streams) await gate;
    return store.readStream(...asked);
  };
  const readAll: EventStore['readAll'] = (asked) => store.readAll({ ...asked, limit: Math.min(asked.limit, 10) });
  const halted = Object.create(store, { readStream: { value: readStream }, readAll: { value: readAll } }) as EventStore;
  return { store: halted, isHalted: () => read > streams, goOn };
}

describe('a build that is made anew', () => {
  it('is the same as the live one, takes its place, and leaves nothing of it behind (P5)', async () => {
    await test.append(before);
    for (const shelved of EVERY) {
      const runner = await levelled(shelved);
      const shown = await test.shown(shelved);
      expect(await anew(shelved)).toMatchObject({ kind: 'live', compared: { differing: 0, rows: shown.rows.length } });
      expect(await test.shown(shelved)).toEqual(shown);
      await runner.stop();
    }
    const all = (await builds()) as { build: number; live: boolean }[];
    expect(all.map(({ build, live }) => [build, live])).toEqual(EVERY.map(() => [2, true]));
    expect(await rowsPerBuild()).toEqual([{ build: 2, n: expect.any(Number) as number }]);
  }, 60_000);

  it('shows nothing of itself to any reader until it is whole, and then all (P5)', async () => {
    await test.append(before);
    const old = await levelled(TIMELINE);
    const whole = await seen();
    expect(whole.length).toBeGreaterThan(50);

    const halt = halting(test.store, 12);
    letGo = () => halt.goOn();
    const young = test.runner(NEXT_TIMELINE, 20, { store: halt.store });
    await young.start();
    await eventually('the next release is building', () => halt.isHalted());
    expect(await rowsPerBuild()).toHaveLength(2);
    expect(await seen()).toEqual(whole);
    expect(new Set(whole)).toEqual(new Set(['now']));
    // What stands there waits for another release: whoever reads is told.
    expect((await new Timelines(reader).of(hengelo, before[0].append.streamId, { after: null, limit: 1 })).stale).toBe(true);

    await test.append(after.slice(0, 10));
    await test.level(old);
    halt.goOn();
    await eventually('the next release is seen', async () => (await seen()).includes('next'));
    expect(new Set(await seen())).toEqual(new Set(['next']));
    expect((await seen()).length).toBeGreaterThan(whole.length);
    // The older release neither writes any more nor takes it back.
    await test.append(after.slice(10));
    await test.level(young, old);
    expect(await young.passed()).toBe(await test.store.lastPosition());
    expect(await rowsPerBuild()).toEqual([{ build: 2, n: expect.any(Number) as number }]);
    await old.stop();
    await young.stop();
    const back = test.runner(TIMELINE);
    await back.start();
    expect(new Set(await seen())).toEqual(new Set(['next']));
    expect((await builds()) as unknown[]).toHaveLength(1);
  }, 60_000);

  it('is gone on with where it was left, however often it is stopped, and folds no stream twice in one go (P5)', async () => {
    await test.append([...before, ...after]);
    const runner = await levelled(TIMELINE);
    const shown = await test.shown(TIMELINE);
    await runner.stop();

    const places: Position[] = [];
    const folded: string[] = [];
    const readAll: EventStore['readAll'] = (asked) => test.store.readAll({ ...asked, limit: Math.min(asked.limit, 25) });
    const readStream: EventStore['readStream'] = (tenant, streamId) => {
      folded.push(streamId);
      return test.store.readStream(tenant, streamId);
    };
    const shorter = Object.create(test.store, { readAll: { value: readAll }, readStream: { value: readStream } }) as EventStore;
    for (let stops = 0; ; stops++) {
      let steps = 0;
      const stopping = { onProgress: (at: Position) => void places.push(at), isStopped: () => ++steps > 2, store: shorter };
      folded.length = 0;
      const came = await anew(TIMELINE, stopping).catch((error: unknown) => error);
      expect(folded).toEqual([...new Set(folded)]);
      if (!(came instanceof BuildStopped)) {
        expect(came).toMatchObject({ kind: 'live', compared: { differing: 0 } });
        expect(stops).toBeGreaterThan(1);
        break;
      }
      expect(await test.shown(TIMELINE)).toEqual(shown);
    }
    expect(places).toEqual([...new Set(places)].sort());
    expect(await test.shown(TIMELINE)).toEqual(shown);
  }, 60_000);

  it('comes as far as the one that it takes the place of, which went on meanwhile (P5)', async () => {
    await test.append([...before, ...after]);
    const runner = await levelled(TIMELINE);
    const shown = await test.shown(TIMELINE);
    const [early] = await test.store.readAll({ after: (await test.store.readAll({ limit: 90 }))[89].position, limit: 1 });
    const behind = Object.create(test.store, { lastPosition: { value: () => Promise.resolve(early.position) } }) as EventStore;

    expect(await anew(TIMELINE, { store: behind })).toMatchObject({ kind: 'live', compared: { differing: 0 } });
    expect(await test.shown(TIMELINE)).toEqual(shown);
    expect(await sql(test.superuser, 'select position from read.projection where live')).toEqual([
      { position: await test.store.lastPosition() },
    ]);
    await runner.stop();
  }, 60_000);

  it('names the streams whose rows had gone wrong, and puts them right; a check only names them', async () => {
    await test.append(before);
    const runner = await levelled(TIMELINE);
    await runner.stop();
    const shown = await test.shown(TIMELINE);
    const [{ stream_id: wrong }] = await sql<{ stream_id: string }>(
      test.superuser,
      `update read.timeline set occurred_on = '1999-01-01'
       where (stream_id, event_id) = (select stream_id, event_id from read.timeline limit 1) returning stream_id`,
    );

    const checked = await anew(TIMELINE, { checkOnly: true });
    expect(checked).toMatchObject({ kind: 'given-up', compared: { differing: 1, streams: [wrong] } });
    expect(await test.shown(TIMELINE)).not.toEqual(shown);
    expect(await rowsPerBuild()).toHaveLength(1);

    expect(await anew(TIMELINE)).toMatchObject({ kind: 'live', compared: { differing: 1, streams: [wrong] } });
    expect(await test.shown(TIMELINE)).toEqual(shown);
    expect(await anew(TIMELINE)).toMatchObject({ compared: { differing: 0 } });
  }, 60_000);

  it('does not take the place of one with fewer parked streams, and does once its fold is mended (P6)', async () => {
    await test.append(before);
    const runner = await levelled(TIMELINE);
    await runner.stop();
    const shown = await test.shown(TIMELINE);
    const poison = before.flatMap(({ append }) => append.events).find(({ type }) => type === 'TrajectoryStarted')!.eventId;
    const { key } = TIMELINE.projection as unknown as { key: (event: { eventId: string }) => string };
    const broken = changed(NEXT_TIMELINE, {
      key: (event: { eventId: string }) => {
        if (event.eventId === poison) throw new RangeError('broken');
        return key(event);
      },
    });

    await expect(anew(broken)).rejects.toThrow(SwapRefused);
    const errors: unknown[] = [];
    const lame = test.runner(broken, 20, { onError: (error) => errors.push(error) });
    await lame.start();
    await eventually('the runner is refused too', () => errors.some((error) => error instanceof SwapRefused));
    await lame.stop();
    expect(await test.shown(TIMELINE)).toEqual(shown);
    expect(new Set(await seen())).toEqual(new Set(['now']));

    expect(await anew(NEXT_TIMELINE)).toMatchObject({ kind: 'live' });
    expect(new Set(await seen())).toEqual(new Set(['next']));
  }, 60_000);

  it('is looked into by neither worker nor reaction before it is live', async () => {
    await test.append(before);
    const source = await readModels(test.connections.writer, { pool: 1 });
    const steps = () => new OpenFollowUpSteps(source).upTo('9999-12-31T00:00:00.000000Z' as Instant, 1_000);
    const candidates = before.flatMap(({ append }) =>
      append.events.map(({ data }) => (data as { candidateId?: CandidateId }).candidateId),
    );
    const rounds = () =>
      Promise.all([...new Set(candidates)].flatMap((id) => (id ? [new TypeormLookRows(source).roundsOf(hengelo, id)] : [])));
    for (const { projection, table } of EVERY) await (await levelled({ projection, table })).stop();
    const told = [await steps(), await rounds()];
    expect(told.map((one) => one.length > 0)).toEqual([true, true]);

    for (const shelved of EVERY.filter(({ projection }) => projection !== FOLLOW_UPS.projection)) {
      const stopped = { isStopped: () => true };
      await expect(anew(shelved, stopped)).rejects.toThrow(BuildStopped);
    }
    await sql(
      test.superuser,
      `insert into read.follow_up select (jsonb_populate_record(t, '{"build": 9}'::jsonb)).* from read.follow_up t;
       insert into read.trajectory select (jsonb_populate_record(t, '{"build": 9}'::jsonb)).* from read.trajectory t`,
    );
    expect([await steps(), await rounds()]).toEqual(told);
    await source.destroy();
  }, 60_000);
});
