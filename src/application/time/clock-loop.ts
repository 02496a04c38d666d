import type { Instant } from '../../kernel/days.js';
import type { SimulatedClock } from '../ports/clock.js';
import type { EventStore } from '../ports/event-store.js';
import { jobIdOf, type FollowUpQueue, type DueStep, type OpenSteps } from '../ports/follow-ups.js';
import type { Loop, Parked } from '../ports/loops.js';
import type { FollowUpWorker } from './follow-up-worker.js';
import { PATIENCE, quiet, type Lagging, type Patience } from './quiet.js';

/** What a move did: the clock now, how many steps it ran, what is parked, and which loops were left out because they are stopped. */
export type Moved = Readonly<{
  kind: 'moved';
  now: Instant;
  steps: number;
  parked: readonly Parked[];
  stopped: readonly string[];
}>;

/** The move gave up waiting; the clock stays where it had come. */
export type GaveUp = Readonly<{ kind: 'lagging'; now: Instant; loops: Lagging }>;

/** How long a step that was armed is left alone before it is armed again, at first and at most. Units: milliseconds of real time. */
const [FIRST_REST_MS, LONGEST_REST_MS] = [200, 1_000];

type Around = Readonly<{
  clock: SimulatedClock;
  store: EventStore;
  loops: readonly Loop[];
  steps: OpenSteps;
  queue: FollowUpQueue;
  worker: FollowUpWorker;
  patience?: Patience;
}>;

/**
 * Moves the clock of a simulated store: what falls due on the way happens at its own instant, in order.
 * On such a store nothing else arms jobs. Moves run one at a time, whoever asks.
 */
export class ClockLoop {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly around: Around) {}

  /** Moves to `instant`, or to where the clock is by then when that is later. */
  moveTo(instant: Instant): Promise<Moved | GaveUp> {
    return this.inTurn(() => this.move(instant));
  }

  /** Runs what is due by now; the same as a move to now. */
  settle(): Promise<Moved | GaveUp> {
    return this.inTurn(async () => this.move(await this.around.clock.now()));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** What an earlier move could not record is tried once more, since what stood in its way may be mended. */
  private async move(to: Instant): Promise<Moved | GaveUp> {
    this.around.worker.tryAgain();
    const gone = new Set<string>();
    let ran = 0;
    for (;;) {
      const lagging = await quiet(this.around.store, this.around.loops, this.patience);
      if (lagging.length > 0) return { kind: 'lagging', now: await this.around.clock.now(), loops: lagging };

      const next = await this.earliest(to, gone);
      if (!next) return this.arrived(await this.around.clock.moveTo(to), ran);
      if (!(await this.around.worker.isOpen(next))) {
        gone.add(atItsInstant(next));
        continue;
      }

      await this.around.clock.moveTo(next.at);
      const waiting = await this.lagging(next);
      if (waiting.length > 0) return { kind: 'lagging', now: await this.around.clock.now(), loops: waiting };
      ran += 1;
    }
  }

  private get patience(): Patience {
    return this.around.patience ?? PATIENCE;
  }

  /** `gone` are those that only a row still shows, as that of a stream that is parked does. */
  private async earliest(to: Instant, gone: ReadonlySet<string>): Promise<DueStep | undefined> {
    const { steps, worker } = this.around;
    const open = await steps.upTo(to, worker.parked().length + gone.size + 1);
    return open.find((step) => !worker.hasParked(step) && !gone.has(atItsInstant(step)));
  }

  /**
   * Arms one step without delay and waits until it is recorded, parked or gone; answers what lags when the patience was over first.
   * It is armed again and again, since the queue may be away or be emptied meanwhile; one that is armed stays as it is.
   */
  private async lagging(step: DueStep): Promise<Lagging> {
    const until = performance.now() + this.patience.upTo;
    let [armed, rest, armAt] = [false, FIRST_REST_MS, performance.now()];
    while (performance.now() < until) {
      if (performance.now() >= armAt) {
        armed = await this.arms(step);
        armAt = performance.now() + rest;
        rest = Math.min(2 * rest, LONGEST_REST_MS);
      }
      if (this.around.worker.hasParked(step) || !(await this.around.worker.isOpen(step))) return [];
      await new Promise((resolve) => setTimeout(resolve, this.patience.every));
    }
    return [armed ? jobIdOf(step) : 'queue'];
  }

  /** A queue that is away refuses; it is asked again. */
  private async arms(step: DueStep): Promise<boolean> {
    return this.around.queue
      .add([step], () => 0)
      .then(
        () => true,
        () => false,
      );
  }

  private async arrived(now: Instant, steps: number): Promise<Moved> {
    const { loops, worker } = this.around;
    const parked = await Promise.all(loops.map((loop) => loop.parked()));
    const stopped = loops.filter((loop) => loop.stopped).map((loop) => loop.name);
    return { kind: 'moved', now, steps, parked: [...parked.flat(), ...worker.parked()], stopped };
  }
}

/** One that was put off is another. */
const atItsInstant = (step: DueStep): string => `${jobIdOf(step)} ${step.at}`;
