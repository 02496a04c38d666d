import { pendingEvents } from '../../application/event-bytes.js';
import { StoreUnavailable, type Append, type AppendOutcome } from '../../application/ports/event-store.js';
import { takeBatch, Waiting } from './append-queue.js';
import { Settler, type SettlerOptions } from './settler.js';

export type FlusherOptions = SettlerOptions &
  Readonly<{
    /** How much one call may carry. */
    batchAppends: number;
    batchBytes: number;
    /** How long an append that was never sent waits for a connection before it is refused. */
    patienceMs: number;
    /** How long `close` waits for what is under way. */
    drainWithinMs: number;
  }>;

/**
 * Appends many at a time, one call at a time: what waits when a call is answered goes with the next.
 * Every append is answered once, and only by what the database says of it; order of arrival is order in the log.
 */
export class Flusher {
  private queue: Waiting[] = [];
  private readonly settler: Settler;
  private running: Promise<void> | undefined;
  private closing = false;

  constructor(private readonly options: FlusherOptions) {
    this.settler = new Settler(options, (batch) => this.refuseImpatient([...batch, ...this.queue]));
  }

  /**
   * Resolves once the append's commit is known.
   * Errors: `BadAppend`; `StoreUnavailable` when it is certain that nothing was stored; `OutcomeUnknown` when the process had to
   * end before that was known.
   */
  async append(append: Append): Promise<AppendOutcome> {
    const events = pendingEvents(append);
    if (this.closing) throw new StoreUnavailable('the store is shutting down');
    return new Promise((resolve, reject) => {
      this.queue.push(new Waiting({ append, events }, { resolve, reject }));
      this.running ??= this.run();
    });
  }

  /** Takes no more, and resolves when all that waits is answered, if need be with the truth that there was no answer in time. */
  async close(): Promise<void> {
    this.closing = true;
    const tooLate = setTimeout(() => this.settler.giveUp(), this.options.drainWithinMs);
    await this.running;
    clearTimeout(tooLate);
    await this.options.line.close();
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      await turn();
      await this.settler.settle(takeBatch(this.queue, this.options));
    }
    this.running = undefined;
  }

  private refuseImpatient(all: readonly Waiting[]): void {
    for (const waiting of all)
      if (!waiting.doubtful && waiting.waitedMs() > this.options.patienceMs)
        waiting.reject(new StoreUnavailable('the database cannot be reached'));
    this.queue = this.queue.filter(({ answered }) => !answered);
  }
}

/** Lets those who were just answered append again, so that they share the next call. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
