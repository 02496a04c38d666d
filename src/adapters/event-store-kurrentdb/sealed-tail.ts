import type { Credentials, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from '../../application/ports/event-store.js';
import type { AllReads } from './all-reads.js';
import type { NameSpace } from './names.js';
import type { Sealer } from './sealer.js';
import type { SealerLease } from './sealer-lease.js';
import type { Seals } from './seals.js';
import type { HearsStrangers } from './strangers.js';
import { TailSession } from './tail-session.js';
import { Window } from './window.js';

/** Milliseconds are of real time. */
export type TailOptions = Readonly<{
  client: KurrentDBClient;
  credentials?: Credentials;
  names: NameSpace;
  reads: AllReads;
  seals: Seals;
  /** Who seals, and whether it is this process's turn; absent in a process that leaves it to others. */
  sealing?: Readonly<{ sealer: Sealer; lease: SealerLease }>;
  /** How long the server may take to confirm a subscription. */
  answerWithinMs: number;
  firstPauseMs: number;
  longestPauseMs: number;
  /** How many events are kept for those who are level with the log, and how many are sealed or filled in at once. */
  window: number;
  batch: number;
  /** About how many events are held back at most while nobody seals them. */
  holds: number;
  /** How long a process that does not seal waits before it asks again whether it is its turn. */
  leaseMs: number;
  /** Called when more events may be handed out. */
  news(): void;
  stranger: HearsStrangers;
  onError(error: unknown): void;
}>;

/**
 * Follows the whole log, from where the table of seals ends: puts events and seals together, seals where it is its turn, and keeps
 * what may be handed out. Whatever ends that (the server restarted, lost its leader, froze) is told, and after a pause it begins
 * again from the table.
 */
export class SealedTail {
  readonly window: Window;
  private readonly ending = new AbortController();
  private readonly waiting = new Set<() => void>();
  private readonly ended: Promise<void>;

  constructor(private readonly options: TailOptions) {
    this.window = new Window(options.window);
    this.ended = this.run();
  }

  /** Resolves once everything up to a place may be handed out, or after so long; whichever comes first. */
  async reaches(position: Position, withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    for (let left = withinMs; !this.isAt(position) && left > 0 && !this.ending.signal.aborted; left = end - performance.now())
      await this.news(left);
  }

  /** Resolves when more may be handed out, or after so long. */
  news(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, withinMs);
      this.waiting.add(done);
    });
  }

  stop(): Promise<void> {
    this.ending.abort();
    this.tell();
    return this.ended;
  }

  private isAt(position: Position): boolean {
    return (this.window.end ?? '') >= position;
  }

  private tell(): void {
    for (const done of [...this.waiting]) done();
    if (!this.ending.signal.aborted) this.options.news();
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    const { firstPauseMs, longestPauseMs } = this.options;
    for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const progress = () => {
        pauseMs = firstPauseMs;
        this.tell();
      };
      await this.session(progress).catch((error: unknown) => signal.aborted || this.options.onError(error));
      await pause(pauseMs, undefined, { signal }).catch(() => undefined); // stopping ends the pause
    }
  }

  /** Resolves when it is stopped or the next is to go on, rejects when it is broken. */
  private async session(progress: () => void): Promise<void> {
    const level = await this.options.seals.level();
    if (level.position !== null) await this.options.reads.check(level.position);
    this.window.goOnFrom(level.position);
    this.tell();
    const session = new TailSession({ ...this.options, window: this.window, level, progress });
    await session.run(this.ending.signal);
  }
}
