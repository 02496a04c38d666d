import { addMicroseconds, laterOf, type Instant } from '../kernel/days.js';

/** What a seal hangs on; `append` names the append that the event came with. */
export type ToSeal = Readonly<{ append: string; recordedAt: Instant }>;

/**
 * The instant of each seal, event by event in the log's order: one an append, that of its recording, or just after that of the append
 * before it, whosever that was.
 */
export class SealInstants {
  private last: Readonly<{ append: string; at: Instant }> | null = null;

  next({ append, recordedAt }: ToSeal): Instant {
    if (this.last?.append === append) return this.last.at;
    const at = this.last === null ? recordedAt : laterOf(recordedAt, addMicroseconds(this.last.at, 1));
    this.last = { append, at };
    return at;
  }
}
