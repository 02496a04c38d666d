import type { EventStore } from '../../src/application/ports/event-store.js';
import {
  idOfStep,
  jobIdOf,
  type FollowUpQueue,
  type DueStep,
  type FollowUpStep,
} from '../../src/application/ports/follow-ups.js';
import { ClockLoop } from '../../src/application/time/clock-loop.js';
import { FollowUpWorker, StepRefused } from '../../src/application/time/follow-up-worker.js';
import { startOf, type Day, type Instant } from '../../src/kernel/days.js';
import type { FollowUpId, TenantId } from '../../src/kernel/ids.js';
import { MemoryClock } from '../harness/memory-clock.js';

const on = (day: string): Instant => startOf(day as Day);

/** The step that a follow-up of a tenant has on a day. */
const stepOf = (followUpId: string, day: string, tenant = 'hengelo'): FollowUpStep => ({
  tenant: tenant as TenantId,
  streamId: 'trajectory-1',
  followUpId: followUpId as FollowUpId,
  version: 2,
  step: 0,
  at: on(day),
});

/** A clock loop over these steps, without a log; `faults` says what recording one throws, until it is taken out. */
function loopOver(given: readonly DueStep[], patience = { upTo: 300, every: 1 }) {
  const open = new Map(given.map((step) => [jobIdOf(step), step]));
  const recorded: { step: string; at: Instant }[] = [];
  const faults = new Map<string, Error>();
  const gone = new Set<string>();
  const clock = new MemoryClock(on('2027-01-01'));

  const recorder = {
    isOpen: (step: DueStep) => Promise.resolve(open.has(jobIdOf(step)) && !gone.has(idOfStep(step))),
    record: async (step: DueStep) => {
      const fault = faults.get(idOfStep(step));
      if (fault) throw fault;
      recorded.push({ step: idOfStep(step), at: await clock.now() });
      open.delete(jobIdOf(step));
    },
  };
  const worker = new FollowUpWorker(clock, recorder);
  const queue = queueThatNeverGivesUp();
  const steps = {
    upTo: (instant: Instant, limit: number) =>
      Promise.resolve([...open.values()].filter(({ at }) => at <= instant).slice(0, limit)),
  };
  const store = { lastPosition: () => Promise.resolve(null) } as unknown as EventStore;
  const loop = new ClockLoop({ clock, store, loops: [], steps, queue, worker, patience });
  return { loop, recorded, faults, gone, started: worker.start(queue) };
}

/** Tries a job at once; when it fails, the next try is further off than any move has patience for. */
function queueThatNeverGivesUp(): FollowUpQueue {
  let handled: (step: DueStep) => void = () => undefined;
  return {
    add: (steps) => Promise.resolve(steps.forEach((step) => handled(step))),
    work: (handle) => {
      handled = (step) => void handle(step).catch(() => undefined);
      return Promise.resolve();
    },
    forget: () => Promise.resolve(),
    standing: () => Promise.resolve('answers'),
    close: () => Promise.resolve(),
  };
}

describe('the clock loop', () => {
  it('lets each step happen at its own instant, in order', async () => {
    const { loop, recorded, started } = loopOver([stepOf('a', '2027-01-10'), stepOf('b', '2027-01-12')]);
    await started;

    expect(await loop.moveTo(on('2027-02-01'))).toMatchObject({ kind: 'moved', now: on('2027-02-01'), steps: 2 });
    expect(recorded).toEqual([
      { step: 'a', at: on('2027-01-10') },
      { step: 'b', at: on('2027-01-12') },
    ]);
  });

  it('goes past a step that its stream refuses, in every tenant, and names it (P6, P7)', async () => {
    const { loop, recorded, faults, started } = loopOver([
      stepOf('bad', '2027-01-10'),
      stepOf('good', '2027-01-10', 'enschede'),
      stepOf('later', '2027-01-20'),
    ]);
    await started;
    faults.set('bad', new StepRefused('no-rules-in-force'));

    const moved = await loop.moveTo(on('2027-02-01'));

    const parked = [{ loop: 'follow-ups', what: 'bad-2-0', because: 'no-rules-in-force' }];
    expect(moved).toMatchObject({ kind: 'moved', now: on('2027-02-01'), parked });
    expect(recorded.map(({ step }) => step)).toEqual(['good', 'later']);
  });

  it('tries what is parked again at the next move, when what stood in its way is mended', async () => {
    const { loop, recorded, faults, started } = loopOver([stepOf('bad', '2027-01-10')]);
    await started;
    faults.set('bad', new StepRefused('no-rules-in-force'));
    await loop.moveTo(on('2027-02-01'));

    faults.clear();
    expect(await loop.settle()).toMatchObject({ kind: 'moved', steps: 1, parked: [] });
    expect(recorded).toEqual([{ step: 'bad', at: on('2027-02-01') }]);
  });

  it('passes by a step that only a row still shows', async () => {
    const { loop, recorded, gone, started } = loopOver([stepOf('gone', '2027-01-10'), stepOf('good', '2027-01-12')]);
    await started;
    gone.add('gone');

    expect(await loop.moveTo(on('2027-02-01'))).toMatchObject({ kind: 'moved', now: on('2027-02-01'), steps: 1, parked: [] });
    expect(recorded).toEqual([{ step: 'good', at: on('2027-01-12') }]);
  });

  it('looks behind any number of parked steps', async () => {
    const bad = Array.from({ length: 600 }, (_, n) => stepOf(`bad-${n}`, '2027-01-10'));
    const { loop, recorded, faults, started } = loopOver([...bad, stepOf('good', '2027-01-11')]);
    await started;
    for (const { followUpId } of bad) faults.set(followUpId, new StepRefused('no-rules-in-force'));

    expect((await loop.moveTo(on('2027-02-01'))).kind).toBe('moved');
    expect(recorded).toEqual([{ step: 'good', at: on('2027-01-11') }]);
  });
});
