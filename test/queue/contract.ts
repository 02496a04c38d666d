import type { DueStep, FollowUpQueue, FollowUpStep } from '../../src/application/ports/follow-ups.js';
import type { Instant } from '../../src/kernel/days.js';
import type { FollowUpId, MatchId, TenantId, WorkplaceId } from '../../src/kernel/ids.js';
import { eventually } from '../harness/eventually.js';

/** A queue of one store, and what a test does to who holds its jobs. */
export interface QueueUnderTest {
  /** A further process on the same jobs; closed after each test. */
  open(): FollowUpQueue;
  /** How many jobs are held, in whatever state. */
  jobs(): Promise<number>;
  /** Removes all that is held, as if it had never been. */
  empty(): Promise<void>;
}

export const TRIES = { attempts: 3, firstPauseMs: 10 };

const timed = { tenant: 'hengelo' as TenantId, version: 2, at: '2027-03-15T22:59:59.000000Z' as Instant };

export const stepOf = (followUpId: string): FollowUpStep => ({
  ...timed,
  streamId: 'trajectory-1',
  followUpId: followUpId as FollowUpId,
  step: 0,
});

const lapse: DueStep = {
  ...timed,
  streamId: 'workplace-1',
  matchId: 'match' as MatchId,
  workplaceId: '1' as WorkplaceId,
  step: 'lapse',
};

/** Half a minute: longer than any test has patience, so what comes came for another reason. */
const LATER = () => 30_000;
const AT_ONCE = () => 0;

/** What holds of the queue wherever it lies. `of` is asked when the tests run. */
export function queueContract(name: string, of: () => QueueUnderTest): void {
  const working = async (handle: (step: DueStep) => Promise<void>, failed: unknown[] = []): Promise<FollowUpQueue> => {
    const queue = of().open();
    await queue.work(handle, (step, error) => failed.push([step, (error as Error).message]));
    return queue;
  };
  const noJobLeft = () => eventually('no job is left', async () => (await of().jobs()) === 0);

  describe(`the queue of follow-ups, ${name}`, () => {
    it('gives each step as it was armed, and keeps nothing of it afterwards', async () => {
      const given: DueStep[] = [];
      const queue = await working((step) => Promise.resolve(void given.push(step)));
      await queue.add([stepOf('a'), lapse], AT_ONCE);

      await noJobLeft();
      expect(given).toHaveLength(2);
      expect(given).toEqual(expect.arrayContaining([stepOf('a'), lapse]));
    });

    it('arms a step once, whoever arms it, and leaves the one that is armed as it is', async () => {
      const [one, other] = [of().open(), of().open()];
      await one.add([stepOf('a')], LATER);
      await Promise.all([one.add([stepOf('a')], AT_ONCE), other.add([stepOf('a'), stepOf('a')], AT_ONCE)]);
      expect(await of().jobs()).toBe(1);
    });

    it('lets one of several processes have a step, after its delay', async () => {
      const given: number[] = [];
      const both = [
        await working(() => Promise.resolve(void given.push(performance.now()))),
        await working(() => Promise.resolve(void given.push(performance.now()))),
      ];
      const begun = performance.now();
      await both[0].add([stepOf('a')], () => 400);

      await eventually('it was given', () => given.length > 0);
      await noJobLeft();
      expect(given).toHaveLength(1);
      expect(given[0] - begun).toBeGreaterThanOrEqual(399);
    });

    it('tries again what failed, tells of it after the last try, and takes the same step again then (P7)', async () => {
      const failed: unknown[] = [];
      let tries = 0;
      const queue = await working(() => Promise.reject(new Error(`try ${(tries += 1)}`)), failed);
      await queue.add([stepOf('a')], AT_ONCE);
      await eventually('it is given up', () => failed.length === 1);
      expect(failed).toEqual([[stepOf('a'), 'try 3']]);

      await noJobLeft();
      await queue.add([stepOf('a')], AT_ONCE);
      await eventually('it is given up again', () => failed.length === 2);
      expect(tries).toBe(6);
    });

    it('takes steps again after it was emptied, also while one was under way (P7)', async () => {
      const given: DueStep[] = [];
      let go = (): void => undefined;
      const gone = new Promise<void>((resolve) => (go = resolve));
      const queue = await working(async (step) => {
        given.push(step);
        if (given.length === 1) await gone;
      });
      await queue.add([stepOf('under-way')], AT_ONCE);
      await queue.add([stepOf('armed')], LATER);
      await eventually('one is under way', () => given.length === 1);

      await of().empty();
      go();
      await queue.add([stepOf('armed'), stepOf('new')], AT_ONCE);
      await noJobLeft();
      expect(given.slice(1)).toEqual(expect.arrayContaining([stepOf('armed'), stepOf('new')]));
      expect(given).toHaveLength(3);
    });

    it('says that it answers', async () => {
      expect(await of().open().standing()).toBe('answers');
    });

    it('waits at its end for what is under way, and lets nothing follow', async () => {
      const given: DueStep[] = [];
      let go = (): void => undefined;
      const gone = new Promise<void>((resolve) => (go = resolve));
      const queue = await working(async (step) => {
        given.push(step);
        await gone;
      });
      await queue.add([stepOf('a')], AT_ONCE);
      await eventually('one is under way', () => given.length === 1);

      let closed = false;
      const closing = queue.close().then(() => (closed = true));
      await of()
        .open()
        .add([stepOf('b')], AT_ONCE);
      expect(closed).toBe(false);
      go();
      await closing;
      expect(given).toHaveLength(1);
      await eventually('what was under way is gone, what came after it stays', async () => (await of().jobs()) === 1);
    });
  });
}
