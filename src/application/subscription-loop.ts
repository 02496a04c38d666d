import type { Position, StoredEvent, Subscribe, Subscription } from './ports/event-store.js';

/** How a store looks for what is new; the loop does the rest, the same on every store. */
export type Source = Readonly<{
  /** The events after a place, in log order, at most `limit`; empty at the log's end. */
  read(after: Position | null, limit: number): Promise<readonly StoredEvent[]>;
  /** Milliseconds between two looks when nobody wakes the loop. */
  pollMs: number;
  /** Milliseconds that pass between two looks while events keep coming and nobody waits for them, so that one look finds several; 0 when absent. */
  paceMs?: number;
  /** Milliseconds of the pause after a first failure; each further one in a row doubles it, up to the longest. */
  firstPauseMs?: number;
  longestPauseMs?: number;
}>;

/**
 * Hands a log's events to one handler: each in order, none skipped, one call at a time.
 * What a handler refused comes again, the very same events; its place is kept in memory only,
 * so whoever needs it after a restart stores it together with what `handle` writes.
 */
export class SubscriptionLoop implements Subscription {
  failures = 0;
  private stopped = false;
  private woken = false;
  private lookedAt = 0;
  private telling: NodeJS.Timeout | undefined;
  private endPoll = nothing;
  private endPause = nothing;
  private readonly ended: Promise<void>;

  constructor(
    private readonly source: Source,
    private readonly options: Subscribe,
  ) {
    this.ended = this.run();
  }

  stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.telling);
    this.endPoll();
    this.endPause();
    return this.ended;
  }

  /**
   * Kept while a look is under way, which may have begun too early. Ends the pause after a look that failed, as whoever wakes has
   * just reached the log; never the pause after a handler that failed, which being woken does not mend.
   */
  wake(): void {
    this.woken = true;
    this.endPoll();
  }

  /** The same for what was appended just now, at the pace of the source: whoever cannot wait for it wakes. */
  tell(): void {
    const rest = this.lookedAt + this.pace - performance.now();
    if (rest <= 0) return this.wake();
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.wake();
    }, rest);
  }

  private get pace(): number {
    return this.source.paceMs ?? 0;
  }

  private async run(): Promise<void> {
    let { after } = this.options;
    while (!this.stopped) {
      const events = await this.insist(
        () => this.look(after),
        (pauseMs) => this.untilWoken(pauseMs),
      );
      if (events?.length === 0) await this.untilWoken(this.source.pollMs);
      if (!events?.length) continue;

      await this.insist(
        () => this.options.handle(events),
        (pauseMs) => this.rest(pauseMs),
      );
      after = events[events.length - 1].position; // or stopped, and then the place no longer matters
      if (this.pace > 0 && events.length < this.options.batch) await this.untilWoken(this.pace);
    }
  }

  private look(after: Position | null): Promise<readonly StoredEvent[]> {
    this.woken = false;
    this.lookedAt = performance.now();
    return this.source.read(after, this.options.batch);
  }

  /** The work's answer, tried again after a growing pause until it has one; undefined when stopped before. */
  private async insist<T>(work: () => Promise<T>, pause: (pauseMs: number) => Promise<void>): Promise<T | undefined> {
    const { firstPauseMs = 50, longestPauseMs = 30_000 } = this.source;
    for (let pauseMs = firstPauseMs; !this.stopped; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        const answer = await work();
        this.failures = 0;
        return answer;
      } catch (error) {
        this.failures += 1;
        this.options.onError?.(error);
        await pause(pauseMs);
      }
    }
    return undefined;
  }

  private untilWoken(ms: number): Promise<void> {
    if (this.woken || this.stopped) return Promise.resolve();
    return new Promise((resolve) => (this.endPoll = interruptible(ms, resolve)));
  }

  private rest(pauseMs: number): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => (this.endPause = interruptible(pauseMs, resolve)));
  }
}

/** A loop as a store hands it out; `ended` is told when it has stopped. */
export const handedOut = (loop: SubscriptionLoop, ended: () => void): Subscription => ({
  wake: () => loop.wake(),
  stop: () => loop.stop().finally(ended),
  get failures() {
    return loop.failures;
  },
});

function nothing(): void {}

/** Calls `done` after so long, or as soon as what it answers is called. */
function interruptible(ms: number, done: () => void): () => void {
  const timer = setTimeout(done, ms);
  return () => {
    clearTimeout(timer);
    done();
  };
}
