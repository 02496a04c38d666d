import { Lease } from '../../../src/adapters/read-models-typeorm/lease.js';
import type { EventStore, Position } from '../../../src/application/ports/event-store.js';
import { Fenced } from '../../../src/application/ports/fenced.js';
import { Dice } from '../../harness/dice.js';
import { eventually } from '../../harness/eventually.js';
import { SEED } from '../../harness/seed.js';
import { sql } from '../../harness/sql.js';
import { livesShuffled, type Told } from './lives.js';
import { changed, setting, TIMELINE, type Setting } from './setting.js';

let test: Setting;
let told: Told[];
let letGo: () => void = () => undefined;

beforeEach(async () => {
  test = await setting();
  told = livesShuffled(new Dice(SEED), { streams: 2, appends: 60 });
}, 60_000);
afterEach(async () => {
  letGo();
  await test.end();
});

const expire = () => sql(test.superuser, `update read.projection set held_until = clock_timestamp() - interval '1 second'`);
const checkpoint = () => sql(test.superuser, 'select position, epoch, holder from read.projection');

/** All that is told of the stream of which most is told. */
function longestOf(all: readonly Told[]): readonly Told[] {
  const lives = all.map(({ append: { streamId } }) => all.filter(({ append }) => append.streamId === streamId));
  return lives.reduce((one, other) => (other.length > one.length ? other : one));
}

const broken = (): never => {
  throw new RangeError('a mistake in the fold');
};

/** What a runner needs of a store, still bound to it. */
const pick = (store: EventStore): EventStore =>
  ({
    subscribe: (...asked: Parameters<EventStore['subscribe']>) => store.subscribe(...asked),
    lastPosition: (...asked: Parameters<EventStore['lastPosition']>) => store.lastPosition(...asked),
    readAll: (...asked: Parameters<EventStore['readAll']>) => store.readAll(...asked),
  }) as EventStore;

/** A log whose reader stalls when told to, at the moment at which it has read a stream and has yet to write. */
function stalling(store: EventStore): { store: EventStore; stall(): void; isStalled(): boolean; goOn(): void; recover(): void } {
  let wanted = false;
  const stalled: (() => void)[] = [];
  const readStream: EventStore['readStream'] = async (...asked) => {
    const events = await store.readStream(...asked);
    if (wanted) await new Promise<void>((resolve) => stalled.push(resolve));
    return events;
  };
  return {
    store: { ...pick(store), readStream },
    stall: () => void (wanted = true),
    isStalled: () => stalled.length > 0,
    goOn: () => stalled.splice(0).forEach((resume) => resume()),
    recover: () => {
      wanted = false;
      stalled.splice(0).forEach((resume) => resume());
    },
  };
}

describe('the lease of a projection', () => {
  it('lets a stalled leader whose epoch has passed write neither rows nor checkpoint, and lead again when it is free (P5)', async () => {
    const slow = stalling(test.store);
    letGo = () => slow.recover();
    // One stream, so that what the old leader has read of it is older than what the new one writes.
    const life = longestOf(told);
    expect(life.length).toBeGreaterThan(3);
    const old = test.runner(TIMELINE, 500, { store: slow.store });
    await test.append(life.slice(0, 1));
    await old.start();
    await test.level(old);

    slow.stall();
    await test.append(life.slice(1, 2));
    await eventually('the old leader has read, and stalls', () => slow.isStalled());
    await expire();
    const young = test.runner(TIMELINE);
    await young.start();
    await test.append(life.slice(2));
    await test.level(young);
    const [shown, place] = [await test.shown(TIMELINE), await checkpoint()];

    slow.goOn();
    const end = (await test.store.lastPosition())!;
    await eventually('the old leader knows how far the new one is', async () => (await old.passed()) === end);
    const [{ position, epoch, holder }] = await checkpoint();
    expect({ position, epoch, holder }).toEqual({ ...place[0] });
    // Before it recovers: a next batch of its own would write the right rows over its wrong ones.
    expect(await test.shown(TIMELINE)).toEqual(shown);

    slow.recover();
    await young.stop();
    // It leads again only when what it had stalled over has come to an end.
    await eventually('the old one leads again', async () => (await checkpoint())[0].holder !== holder);
    expect(await test.shown(TIMELINE)).toEqual(shown);
    await old.stop();
  });

  it('is waited for by a process that lost it while it tried parked streams again at its start (P6)', async () => {
    const life = longestOf(told);
    const lame = test.runner(changed(TIMELINE, { key: broken }));
    await test.append(life);
    await lame.start();
    await test.level(lame);
    await lame.stop();
    expect((await test.shown(TIMELINE)).parked).toHaveLength(1);

    const slow = stalling(test.store);
    letGo = () => slow.recover();
    slow.stall();
    const old = test.runner(TIMELINE, 500, { store: slow.store });
    const starting = old.start();
    await eventually('it has read what was parked, and stalls', () => slow.isStalled());
    await expire();
    const young = test.runner(TIMELINE);
    await young.start();
    const [{ holder }] = await checkpoint();

    slow.recover();
    await starting;
    expect((await checkpoint())[0].holder).toBe(holder);
    await young.stop();
    await eventually('the one that lost it leads', async () => (await checkpoint())[0].holder !== holder);
    await test.level(old);
    expect((await test.shown(TIMELINE)).parked).toEqual([]);
  });

  it('takes back the rows of a transaction whose epoch passed before its checkpoint moved (P5)', async () => {
    await test.append(told.slice(0, 2));
    const [old, young] = [0, 1].map(() => new Lease(test.pool, TIMELINE.projection));
    await old.take();
    await expire();
    await young.take();

    const client = await test.pool.connect();
    const moved = old.moveTo(client, 'zzz' as Position).finally(() => client.release());
    await expect(moved).rejects.toThrow(Fenced);
    expect((await checkpoint())[0].position).toBeNull();
  });

  it('is taken by one of two at once, and by the other only when it ran out or was given back', async () => {
    const [one, other] = [0, 1].map(() => new Lease(test.pool, TIMELINE.projection));
    const taken = await Promise.all([one.take(), other.take()]);
    expect(taken.filter(Boolean)).toHaveLength(1);

    const [holder, waiting] = taken[0] ? [one, other] : [other, one];
    expect(await waiting.take()).toBeNull();
    await holder.release();
    expect(await waiting.take()).not.toBeNull();
    expect([await holder.renew(), await waiting.renew()]).toEqual([false, true]);
  });

  it('is kept while there is nothing to write', async () => {
    const runner = test.runner(TIMELINE);
    await runner.start();
    const until = async () =>
      (await sql<{ until: Date }>(test.superuser, 'select held_until as until from read.projection'))[0].until;
    const first = await until();
    await eventually('it was renewed', async () => (await until()) > first);
  });
});

it('the checkpoint of a projection is the end of the log once it is level (P5)', async () => {
  await test.append(told);
  const runner = test.runner(TIMELINE, 1);
  await runner.start();
  await test.level(runner);

  expect((await checkpoint())[0].position).toBe(await test.store.lastPosition());
});
