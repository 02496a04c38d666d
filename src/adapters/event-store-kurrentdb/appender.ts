import { setTimeout as pause } from 'node:timers/promises';
import { pendingEvents, type PendingEvent } from '../../application/event-bytes.js';
import type { Clock } from '../../application/ports/clock.js';
import {
  LogTrouble,
  OutcomeUnknown,
  StoreUnavailable,
  type Append,
  type AppendOutcome,
} from '../../application/ports/event-store.js';
import { draft, type Draft } from './draft.js';
import { Heads, type Head } from './heads.js';
import { Lines } from './lines.js';
import type { NameSpace } from './names.js';
import { positionOf } from './positions.js';
import { lookedUp, verdict, type EndOfStream } from './stream-end.js';
import type { StreamReads } from './stream-reads.js';
import type { Writer } from './writer.js';

/** Milliseconds are of real time. */
export type AppenderOptions = Readonly<{
  writer: Writer;
  names: NameSpace;
  reads: StreamReads;
  clock: Clock;
  guard: Guard;
  /** How long an append that was never sent waits for a server that cannot be reached. */
  patienceMs: number;
  firstPauseMs: number;
  longestPauseMs: number;
  /** How many ends of streams are remembered. */
  heads: number;
  /** Hears of appends whose outcome has been unknown for so long, 10 s by default. */
  onError?(error: unknown): void;
  doubtAfterMs?: number;
}>;

/**
 * What stands in PostgreSQL and must not change from before an append is sent until its outcome is known, as the server has no lock of
 * its own: that the store is not closed, and the keys that the append's decision claimed. Where it does not hold, nothing is sent.
 */
export type Guard = Readonly<{ holding<T>(append: Append, send: () => Promise<T>): Promise<T | NotSent> }>;

export type NotSent = Extract<AppendOutcome, { kind: 'claims-missing' | 'closed' }>;

const DOUBT_AFTER_MS = 10_000;

/** An append was sent, and for long nothing has told what came of it; it is looked up and sent again until something does. */
export class AppendInDoubt extends LogTrouble {
  override readonly name = 'AppendInDoubt';

  constructor(streamId: string, ms: number) {
    super(`what came of an append to ${streamId} has been unknown for ${ms / 1_000} s: see whether KurrentDB takes appends`);
  }
}

type Sent = AppendOutcome | 'wrong-version' | 'unknown';

/**
 * Appends to single streams. An acknowledged append is stored, whole, once; whatever has no answer is looked up, and sent again
 * with the same bytes until it is stored, found, or overtaken. One process appends to one stream one at a time.
 */
export class Appender {
  private readonly lines = new Lines<string>();
  private readonly heads: Heads;
  private readonly ending = new AbortController();

  constructor(private readonly options: AppenderOptions) {
    this.heads = new Heads(options.heads);
  }

  /** Errors: `BadAppend`, `StoreUnavailable` when nothing of it is stored, `OutcomeUnknown` when the process ends before that is known. */
  async append(append: Append): Promise<AppendOutcome> {
    const pending = pendingEvents(append);
    if (this.ending.signal.aborted) throw new StoreUnavailable('the store is shut down');
    return this.lines.after(append.streamId, () => this.inTurn(append, pending));
  }

  /** From now on nothing new is sent; what has no answer yet ends as unknown. */
  close(): void {
    this.ending.abort();
  }

  private async inTurn(append: Append, pending: readonly PendingEvent[]): Promise<AppendOutcome> {
    const known = this.heads.get(append.streamId);
    const fits = known?.tenant === append.tenant && known.version === append.expectedVersion;
    const answer = fits ? await this.send(append, pending, known) : undefined;
    return answer?.kind === 'stored' ? answer : this.afresh(append, pending);
  }

  /** Decides by the stream as it stands: every refusal and every repeat rests on this, never on what is remembered. */
  private async afresh(append: Append, pending: readonly PendingEvent[]): Promise<AppendOutcome> {
    for (;;) {
      const end = await this.patiently(() => this.endOf(append));
      const answer = verdict(append, end) ?? (await this.send(append, pending, end.head));
      if (answer) return answer;
    }
  }

  /** The answer to one draft; undefined when the stream was not where it was thought to be, so that nothing of it is stored. */
  private send(append: Append, pending: readonly PendingEvent[], end?: Head): Promise<AppendOutcome | undefined> {
    return this.options.guard.holding(append, () => this.sendUnguarded(append, pending, end));
  }

  private async sendUnguarded(
    append: Append,
    pending: readonly PendingEvent[],
    end: Head | undefined,
  ): Promise<AppendOutcome | undefined> {
    const sent = draft(append, pending, { end, now: await this.options.clock.now() });
    let answer = await this.sendOnce(append, sent);
    if (answer === 'unknown') answer = await this.settled(append, sent);
    if (answer === 'wrong-version') return void this.heads.forget(append.streamId);
    if (answer.kind === 'stored') this.heads.set(append.streamId, sent.head);
    return answer;
  }

  private async sendOnce({ streamId }: Append, sent: Draft, mayBeStored = false): Promise<Sent> {
    const { writer, names } = this.options;
    try {
      const written = { stream: names.of(streamId), events: sent.events, streamState: sent.expected };
      const { success, nextExpectedRevision, position } = await writer.write(written);
      if (!success) return 'wrong-version';
      if (nextExpectedRevision !== sent.revision || !position) return 'unknown';
      const { version, recordedAt } = sent.head;
      return { kind: 'stored', version, position: positionOf(position, sent.events.at(-1)!.id), recordedAt };
    } catch (error) {
      const failure = writer.failureOf(error);
      if (failure === 'refused' && !mayBeStored) throw new StoreUnavailable('the server refused the append', { cause: error });
      return failure === 'refused' ? 'unknown' : failure;
    }
  }

  /** Absent is not final, as the first call may still be on its way: the same bytes are sent again until the stream tells. */
  private settled(append: Append, sent: Draft): Promise<Exclude<Sent, 'unknown'>> {
    this.heads.forget(append.streamId);
    const { doubtAfterMs: ms = DOUBT_AFTER_MS, onError } = this.options;
    const doubt = setTimeout(() => onError?.(new AppendInDoubt(append.streamId, ms)), ms);
    return this.untilKnown(append, sent).finally(() => clearTimeout(doubt));
  }

  private async untilKnown(append: Append, sent: Draft): Promise<Exclude<Sent, 'unknown'>> {
    for (let pauseMs = this.options.firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, this.options.longestPauseMs)) {
      const end = await this.endOf(append).catch(() => undefined);
      const found = end && lookedUp(append, sent, end);
      if (found) return found;
      const again = end ? await this.sendOnce(append, sent, true) : 'unknown';
      // A wrong version now may be the answer to the first call having come through: the next look tells.
      if (again !== 'unknown' && again !== 'wrong-version') return again;
      await this.rest(pauseMs, () => new OutcomeUnknown('the store was shut down before the outcome was known'));
    }
  }

  private async endOf({ streamId, expectedVersion }: Append): Promise<EndOfStream> {
    const found = await this.options.reads.endDownTo(streamId, expectedVersion);
    const [last] = found.events;
    if (!last) return found;
    const { tenant, version, recordedAt } = last;
    const head: Head = { tenant, version, recordedAt, hash: Buffer.from(last.hash, 'hex') };
    this.heads.set(streamId, head);
    return { ...found, head };
  }

  /** Tries again for as long as patience lasts what has sent nothing yet. */
  private async patiently<T>(look: () => Promise<T>): Promise<T> {
    const end = performance.now() + this.options.patienceMs;
    for (let pauseMs = this.options.firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, this.options.longestPauseMs)) {
      try {
        return await look();
      } catch (error) {
        if (performance.now() > end) throw new StoreUnavailable('the server cannot be reached', { cause: error });
        await this.rest(pauseMs, () => new StoreUnavailable('the store is shut down'));
      }
    }
  }

  private async rest(ms: number, ended: () => Error): Promise<void> {
    await pause(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
    if (this.ending.signal.aborted) throw ended();
  }
}
