import type { Bench } from '../../src/adapters/follow-ups-bullmq/bench.js';
import { BullMqFollowUpQueue } from '../../src/adapters/follow-ups-bullmq/bullmq-follow-up-queue.js';
import { OpenFollowUpSteps } from '../../src/adapters/read-models-typeorm/follow-up-lists.js';
import { OpenLapses } from '../../src/adapters/read-models-typeorm/open-lapses.js';
import { readModels } from '../../src/adapters/read-models-typeorm/read-models.js';
import { idOf } from '../../src/application/names.js';
import { allSteps } from '../../src/application/time/all-steps.js';
import { FollowUpSweeper } from '../../src/application/time/follow-up-sweeper.js';
import { FollowUpWorker, type StepRecorder } from '../../src/application/time/follow-up-worker.js';
import { RecordsSteps } from '../../src/application/time/record-step.js';
import type { TestEngine } from './engine.js';
import { connectionsTo } from './postgres-store.js';

/** What another process has: a queue, a worker that does not work yet, and a sweeper. */
export type StepProcess = Awaited<ReturnType<StepProcesses['open']>>;

/** Lets one process arm what there is while its own clock is ahead of everybody's. */
export async function sweepAhead({ sweeper }: StepProcess, milliseconds: number): Promise<void> {
  const now = Date.now;
  Date.now = () => now() + milliseconds;
  await sweeper.sweep().finally(() => (Date.now = now));
}

/** Further processes beside an engine whose own worker does not run. */
export class StepProcesses {
  private readonly opened: (() => Promise<unknown>)[] = [];

  constructor(private readonly test: TestEngine) {}

  async open(bench: Bench, recorder: StepRecorder = this.recordsSteps()) {
    const source = await readModels(connectionsTo(this.test.superuser).writer, { onError: () => undefined, pool: 2 });
    const queue = new BullMqFollowUpQueue(bench, { attempts: 3, firstPauseMs: 10 });
    this.opened.push(
      () => source.destroy(),
      () => queue.close(),
    );

    const { clock } = this.test.engine.tools;
    const steps = allSteps(new OpenFollowUpSteps(source), new OpenLapses(source));
    const worker = new FollowUpWorker(clock, recorder);
    return { steps, queue, worker, sweeper: new FollowUpSweeper({ clock, steps, queue, worker }) };
  }

  recordsSteps(): StepRecorder {
    return new RecordsSteps(this.test.engine.tools.store, this.test.engine.flow, idOf);
  }

  /** Ends all of them, the last one first. */
  async close(): Promise<void> {
    for (const close of this.opened.splice(0).reverse()) await close();
  }
}
