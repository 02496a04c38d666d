import type { AppendOutcome } from '../../application/ports/event-store.js';
import type { Prepared } from './append-batch.js';

type Answer = Readonly<{ resolve(outcome: AppendOutcome): void; reject(error: Error): void }>;

/** An append whose caller waits for its one answer. */
export class Waiting implements Prepared {
  readonly append: Prepared['append'];
  readonly events: Prepared['events'];
  readonly size: number;
  /** Set once a call that carried it was lost: from then on only the database's word answers it. */
  doubtful = false;
  answered = false;
  private readonly since = performance.now(); // the process's own time: it measures patience, and is no domain time

  constructor(
    { append, events }: Prepared,
    private readonly answer: Answer,
  ) {
    this.append = append;
    this.events = events;
    this.size = events.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  resolve(outcome: AppendOutcome): void {
    this.answered = true;
    this.answer.resolve(outcome);
  }

  reject(error: Error): void {
    this.answered = true;
    this.answer.reject(error);
  }

  waitedMs(): number {
    return performance.now() - this.since;
  }
}

/** Takes from the front of the queue what one call may carry; at least one, however large. */
export function takeBatch(queue: Waiting[], limits: Readonly<{ batchAppends: number; batchBytes: number }>): Waiting[] {
  let count = 0;
  for (let size = 0; count < queue.length && count < limits.batchAppends; count += 1) {
    size += queue[count].size;
    if (count > 0 && size > limits.batchBytes) break;
  }
  return queue.splice(0, count);
}
