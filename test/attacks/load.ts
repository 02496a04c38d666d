import type { AppendOutcome, EventStore } from '../../src/application/ports/event-store.js';
import type { EventId } from '../../src/kernel/ids.js';
import { anAppend, events, newStream } from '../event-store/appends.js';

/** Says of each append that was acknowledged which events it had, in the order of their acknowledgements. */
export type Acknowledged = (ids: readonly EventId[], outcome: AppendOutcome) => void;

/** Writers that append without a pause, one to four events at a time, each to streams of its own, until they are stopped. */
export class Load {
  private stopping = false;
  private readonly ended: Promise<unknown>;

  constructor(
    private readonly store: Pick<EventStore, 'append'>,
    private readonly acknowledged: Acknowledged,
    writers = 16,
  ) {
    this.ended = Promise.all(Array.from({ length: writers }, () => this.write()));
    this.ended.catch(() => undefined); // `stop` tells
  }

  /** Resolves when every append is answered. Errors: what an append was answered with that is not `stored`. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.ended;
  }

  private async write(): Promise<void> {
    let [streamId, expectedVersion] = [newStream(), 0];
    for (let n = 0; !this.stopping; n += 1) {
      if (n % 20 === 0) [streamId, expectedVersion] = [newStream(), 0];
      const append = anAppend({ streamId, expectedVersion, events: events(1 + (n % 4)) });
      const outcome = await this.store.append(append);
      if (outcome.kind !== 'stored') throw new Error(`an append was answered ${outcome.kind}`);
      this.acknowledged(
        append.events.map(({ eventId }) => eventId),
        outcome,
      );
      expectedVersion = outcome.version;
    }
  }
}
