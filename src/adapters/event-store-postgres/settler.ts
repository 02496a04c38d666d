import { setTimeout as pause } from 'node:timers/promises';
import { eventIn, withRecordedAt } from '../../application/event-bytes.js';
import { BadAppend, OutcomeUnknown, StoreUnavailable, type AppendOutcome } from '../../application/ports/event-store.js';
import { appendCall, findCall, outcomesIn } from './append-batch.js';
import { NotConnected, type AppendLine, type Rows } from './append-line.js';
import type { Waiting } from './append-queue.js';
import { failureOf, sqlStateOf } from './call-failure.js';
import { positionOf } from './positions.js';

/** What an operator wants to hear of: appends were refused, an answer was lost, or the database cannot be reached. */
export type StoreAlarm = Readonly<{
  kind: 'unavailable' | 'answer-lost' | 'not-connected';
  appends: number;
  sqlState: string | undefined;
  error: unknown;
}>;

export type SettlerOptions = Readonly<{
  line: AppendLine;
  /** Milliseconds before the second try of what failed, doubled for each further one, up to the longest. */
  firstPauseMs: number;
  longestPauseMs: number;
  alarm(alarm: StoreAlarm): void;
}>;

/**
 * Brings each append of a batch to its one answer, whatever happens to the calls that carry it.
 * An append whose call was lost is looked up under the lock: found, it is answered from its stored bytes; absent, it is sent again
 * with the same bytes, as the lost call may still be on its way. No failure is answered from a look-up.
 */
export class Settler {
  private readonly ending = new AbortController();

  /** `beforePause` is called with the batch whenever its answer has to wait, to refuse what was never sent and waited too long. */
  constructor(
    private readonly options: SettlerOptions,
    private readonly beforePause: (batch: readonly Waiting[]) => void,
  ) {}

  /** Resolves when every append of the batch has been answered. Never throws. */
  async settle(batch: readonly Waiting[]): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      const open = batch.filter(({ answered }) => !answered);
      if (open.length === 0) return;
      if (this.ending.signal.aborted) return abandon(open);
      try {
        answer(open, await this.options.line.call(appendCall(open)));
      } catch (error) {
        await this.afterFailure(open, error, failures);
      }
    }
  }

  /** Ends all waiting: what was never sent is refused, what was is told that its outcome is unknown. */
  giveUp(): void {
    this.ending.abort();
    this.options.line.drop();
  }

  private async afterFailure(batch: readonly Waiting[], error: unknown, failures: number): Promise<void> {
    switch (failureOf(error)) {
      case 'bad':
        return this.bisect(batch, error);
      case 'again':
        return;
      case 'not-connected':
        this.alarm('not-connected', batch, error);
        return this.rest(batch, failures);
      case 'unknown':
        return this.lookUp(batch, error);
      case 'unavailable':
        this.alarm('unavailable', batch, error);
        refuse(batch, `the database takes no appends (${sqlStateOf(error)})`, error);
        return this.rest(batch, failures);
    }
  }

  private async bisect(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1)
      return batch[0].reject(new BadAppend(`the database refused the append (${sqlStateOf(error)})`, { cause: error }));

    const middle = Math.ceil(batch.length / 2);
    await this.settle(batch.slice(0, middle));
    await this.settle(batch.slice(middle));
  }

  private async lookUp(batch: readonly Waiting[], lost: unknown): Promise<void> {
    for (const waiting of batch) waiting.doubtful = true;
    this.alarm('answer-lost', batch, lost);
    this.options.line.drop();
    for (let failures = 0; !this.ending.signal.aborted; failures += 1) {
      try {
        return answerFound(batch, await this.options.line.call(findCall(batch)));
      } catch (error) {
        this.alarm(error instanceof NotConnected ? 'not-connected' : 'answer-lost', batch, error);
        if (failureOf(error) === 'unknown') this.options.line.drop();
        await this.rest(batch, failures);
      }
    }
  }

  private async rest(batch: readonly Waiting[], failures: number): Promise<void> {
    this.beforePause(batch);
    const { firstPauseMs, longestPauseMs } = this.options;
    const ms = Math.min(firstPauseMs * 2 ** failures, longestPauseMs);
    await pause(ms, undefined, { signal: this.ending.signal }).catch(() => undefined); // giving up ends the pause
  }

  private alarm(kind: StoreAlarm['kind'], batch: readonly Waiting[], error: unknown): void {
    this.options.alarm({ kind, appends: batch.length, sqlState: sqlStateOf(error), error });
  }
}

function answer(batch: readonly Waiting[], rows: Rows): void {
  const outcomes = outcomesIn(rows);
  if (outcomes.length !== batch.length) throw new Error(`the append function answered ${outcomes.length} of ${batch.length}`);
  batch.forEach((waiting, index) => waiting.resolve(outcomes[index]));
}

function answerFound(batch: readonly Waiting[], rows: Rows): void {
  for (const [place, row, hex] of rows) {
    const waiting = batch[Number(place) - 1];
    waiting.resolve(foundOutcome(waiting, row!, Buffer.from(hex!.slice('\\x'.length), 'hex')));
  }
}

/** `stored` when these are the append's own bytes; `repeated` when another process stored the same command. */
function foundOutcome({ events }: Waiting, row: string, bytes: Buffer): AppendOutcome {
  const { version, recordedAt } = eventIn(bytes);
  const own = withRecordedAt(events[events.length - 1], recordedAt).equals(bytes);
  return { kind: own ? 'stored' : 'repeated', version, position: positionOf(row), recordedAt };
}

/** Refuses what no lost call can have stored. */
function refuse(batch: readonly Waiting[], reason: string, cause?: unknown): void {
  for (const waiting of batch) if (!waiting.doubtful) waiting.reject(new StoreUnavailable(reason, { cause }));
}

function abandon(batch: readonly Waiting[]): void {
  refuse(batch, 'the store is shutting down');
  for (const waiting of batch)
    if (!waiting.answered) waiting.reject(new OutcomeUnknown('the process ended before the answer came'));
}
