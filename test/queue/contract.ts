import { TooEarly, type DueStep, type FollowUpQueue, type FollowUpStep } from '../../src/application/ports/follow-ups.js';
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
  /** Leaves the jobs that wait for their time where no worker finds them: for another day, or without a place among the others. */
  strand(): Promise<void>;
  /** As an operator may do from outside: jobs are taken, and given to nobody, until it is lifted. */
  pause(on: boolean): Promise<void>;
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

    it('keeps a job that is stuck until it is told to let go of it, and then takes the step again (R-630, P7)', async () => {
      const given: DueStep[] = [];
      const queue = await working((step) => Promise.resolve(void given.push(step)));
      await queue.add([stepOf('stuck')], LATER);
      await of().strand();
      await queue.add([stepOf('stuck'), stepOf('sound')], AT_ONCE);
      await eventually('the other one was given', () => given.length === 1);

      await queue.forget([stepOf('stuck'), stepOf('never-armed')]);
      await queue.add([stepOf('stuck')], AT_ONCE);
      await noJobLeft();
      expect(given).toEqual([stepOf('sound'), stepOf('stuck')]);
    });

    it('does not let go of what is under way (R-630, P7)', async () => {
      let [tries, go] = [0, (): void => undefined];
      const gone = new Promise<void>((resolve) => (go = resolve));
      const queue = await working(() => {
        tries += 1;
        return gone;
      });
      await queue.add([stepOf('a')], AT_ONCE);
      await eventually('it is under way', () => tries === 1);
      await queue.forget([stepOf('a')]);
      await queue.add([stepOf('a')], AT_ONCE);
      go();
      await noJobLeft();
      expect(tries).toBe(1);
    });

    it('gives what came too early again when its time has come, and counts no try (R-632)', async () => {
      const [failed, given]: [unknown[], number[]] = [[], []];
      const queue = await working(() => {
        given.push(performance.now());
        return given.length <= 2 * TRIES.attempts ? Promise.reject(new TooEarly('not yet', 20)) : Promise.resolve();
      }, failed);
      await queue.add([stepOf('a')], AT_ONCE);
      await noJobLeft();
      expect([given.length, failed]).toEqual([2 * TRIES.attempts + 1, []]);
      expect(given[1] - given[0]).toBeGreaterThanOrEqual(19);
    });

    it('says that it answers, and that it is unfit while it is paused', async () => {
      const queue = of().open();
      expect(await queue.standing()).toBe('answers');
      await of().pause(true);
      expect(await queue.standing()).toBe('unfit');
      await of().pause(false);
      expect(await queue.standing()).toBe('answers');
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
