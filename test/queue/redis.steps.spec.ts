import { benchOnRedis } from '../../src/adapters/follow-ups-bullmq/bench-on-redis.js';
import type { SimulatedClock } from '../../src/application/ports/clock.js';
import { ClockLoop } from '../../src/application/time/clock-loop.js';
import { quiet } from '../../src/application/time/quiet.js';
import { addDays, addMicroseconds, dayOf, dueAt, startOf, type Day, type Instant } from '../../src/kernel/days.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { lifeOn, place, publishRules, TENANT, type Life } from '../harness/life.js';
import { RedisServer } from '../harness/redis.js';
import { StepProcesses, sweepAhead, type StepProcess } from '../harness/step-processes.js';

/** Both check-ins are promised this many days after the start of work. */
const PROMISED_AFTER = 14;

let test: TestEngine;
let redis: RedisServer;
let processes: StepProcesses;
let life: Life;
let programme: string;
let clock: SimulatedClock;

beforeAll(async () => {
  redis = await RedisServer.start();
  test = await startEngine({ parts: 'projections' });
  processes = new StepProcesses(test);
  clock = test.engine.tools.clock as SimulatedClock;
  life = lifeOn(test.engine);
  await clock.moveTo(startOf('2027-03-01' as Day));
  programme = await publishRules(life);
}, 60_000);
afterEach(() => processes.close());
afterAll(async () => {
  await test.stop();
  await redis.remove();
});

/** A process on Redis that does not work yet. */
function opened(): Promise<StepProcess> {
  const { storeId } = test.engine.tools.store;
  const told = { onError: () => undefined, onBack: () => undefined };
  return processes.open(benchOnRedis({ address: redis.address, storeId, ...told }));
}

async function working(): Promise<StepProcess> {
  const made = await opened();
  await made.worker.start(made.queue);
  return made;
}

const projected = () => quiet(test.engine.tools.store, Object.values(test.engine.projections));
const dueOfToday = async (): Promise<Instant> => dueAt(addDays(dayOf(await clock.now()), PROMISED_AFTER));
const hoursAfter = (instant: Instant, hours: number): Instant => addMicroseconds(instant, hours * 3_600_000_000);
const answers = ({ queue }: StepProcess) => eventually('it answers', async () => (await queue.standing()) === 'answers');
const jobs = async () => ((await redis.ask('keys', `*:follow-ups:*-0`)) as string[]).length;

async function fallen(id: string): Promise<number> {
  const events = await test.engine.tools.store.readStream(TENANT, `trajectory-${id}`);
  return events.filter(({ type }) => type === 'FollowUpFellDue').length;
}

/** Somebody who begins to work today, with both check-ins armed on both processes three hours before they fall due. */
async function armed(both: readonly StepProcess[]): Promise<Readonly<{ id: string; due: Instant }>> {
  const { id } = await place(life, programme);
  await projected();
  const due = await dueOfToday();
  await clock.moveTo(hoursAfter(due, -3));
  expect(await Promise.all(both.map(({ sweeper }) => sweeper.sweep()))).toEqual([2, 2]);
  expect(await jobs()).toBe(2);
  return { id, due };
}

async function fallDueOnce(id: string, both: readonly StepProcess[]): Promise<void> {
  await Promise.all(both.flatMap(({ sweeper }) => [sweeper.sweep(), sweeper.sweep()]));
  await eventually('both check-ins fell due', async () => (await fallen(id)) === 2);
  await eventually('no job is left', async () => (await jobs()) === 0);
  await projected();
  expect(await both[0].sweeper.sweep()).toBe(0);
  expect(await fallen(id)).toBe(2);
}

describe('follow-ups on Redis', () => {
  it('fall due once, whatever number of workers and sweepers arm them, and though it was emptied (P7)', async () => {
    const both = [await working(), await working()];
    const { id, due } = await armed(both);
    await redis.ask('flushall');
    expect(await jobs()).toBe(0);

    await clock.moveTo(due);
    await fallDueOnce(id, both);
  }, 60_000);

  it('fall due once, though it was gone for two days and came back empty (P7)', async () => {
    const both = [await working(), await working()];
    const { id, due } = await armed(both);
    await redis.kill();
    await expect(both[0].sweeper.sweep()).rejects.toThrow();

    await clock.moveTo(hoursAfter(due, 45));
    expect(await fallen(id)).toBe(0);
    await redis.start();
    await Promise.all(both.map(answers));
    expect(await jobs()).toBe(0);
    await fallDueOnce(id, both);
  }, 60_000);

  it('fall due once, though it hung while they did (P7)', async () => {
    const both = [await working(), await working()];
    const { id, due } = await armed(both);
    redis.freeze();
    await clock.moveTo(due);
    await expect(both[0].sweeper.sweep()).rejects.toThrow();

    redis.thaw();
    await Promise.all(both.map(answers));
    await redis.ask('flushall');
    await fallDueOnce(id, both);
  }, 60_000);

  it.each([
    ['were armed by a clock that is two days ahead', 2 * 24 * 3_600_000, 'nothing-at-all'],
    ['lost their place among those that wait', 0, 'delayed'],
  ])(
    'fall due once, though their jobs %s (R-630, P7)',
    async (_, ahead, lost) => {
      const { id } = await place(life, programme);
      await projected();
      const due = await dueOfToday();
      await clock.moveTo(hoursAfter(due, -3));
      await sweepAhead(await opened(), ahead);
      await redis.ask('del', `trajectlijn-${test.engine.tools.store.storeId}:follow-ups:${lost}`);
      expect(await jobs()).toBe(2);

      await clock.moveTo(hoursAfter(due, 0.05));
      await fallDueOnce(id, [await working(), await working()]);
    },
    60_000,
  );

  it('let a move of the clock go on, though its job is lost as soon as it is armed (P7)', async () => {
    const { id } = await place(life, programme);
    const one = await working();
    const { store } = test.engine.tools;
    const loops = Object.values(test.engine.projections);
    const lossy = { ...bound(one.queue), add: losesTheFirst(one) };
    const clockLoop = new ClockLoop({ clock, store, loops, steps: one.steps, worker: one.worker, queue: lossy });

    const due = await dueOfToday();
    expect(await clockLoop.moveTo(due)).toMatchObject({ kind: 'moved', now: due, steps: 2, parked: [] });
    expect(await fallen(id)).toBe(2);
  }, 60_000);

  it('name the queue when a move waited for it in vain, and fall due when it is back (P7)', async () => {
    const { id } = await place(life, programme);
    const one = await working();
    const { store } = test.engine.tools;
    const loops = Object.values(test.engine.projections);
    const patience = { upTo: 2_000, every: 5 };
    const clockLoop = new ClockLoop({ clock, store, loops, ...one, patience });
    const due = await dueOfToday();
    await redis.kill();
    expect(await clockLoop.moveTo(due)).toMatchObject({ kind: 'lagging', loops: ['queue'] });

    await redis.start();
    await answers(one);
    expect(await clockLoop.moveTo(due)).toMatchObject({ kind: 'moved', now: due, steps: 2 });
    expect(await fallen(id)).toBe(2);
  }, 60_000);
});

const bound = (queue: StepProcess['queue']) => ({
  forget: queue.forget.bind(queue),
  work: queue.work.bind(queue),
  standing: queue.standing.bind(queue),
  close: queue.close.bind(queue),
});

/** Takes the first step and forgets it, as a queue does that is emptied in that moment. */
function losesTheFirst({ queue }: StepProcess): StepProcess['queue']['add'] {
  let lost = false;
  return (steps, delayOf) => {
    if (lost) return queue.add(steps, delayOf);
    lost = true;
    return Promise.resolve();
  };
}
