import type { EventStore, Position, StoredEvent, Subscribe, Subscription } from '../../../src/application/ports/event-store.js';
import { eventually } from '../../harness/eventually.js';

/** Records what a subscription hands out, call by call; for a store that no other spec uses. */
export class Tape {
  readonly calls: (readonly StoredEvent[])[] = [];
  readonly errors: unknown[] = [];
  readonly subscription: Subscription;
  /** What the handler does besides recording; may throw, or take its time. */
  during: (events: readonly StoredEvent[]) => void | Promise<void> = () => {};

  constructor(store: EventStore, options: Partial<Subscribe> = {}) {
    this.subscription = store.subscribe({
      name: 'tape',
      after: null,
      batch: 10,
      handle: async (events) => {
        this.calls.push(events);
        await this.during(events);
      },
      onError: (error) => this.errors.push(error),
      ...options,
    });
  }

  get events(): readonly StoredEvent[] {
    return this.calls.flat();
  }

  get positions(): readonly Position[] {
    return this.events.map(({ position }) => position);
  }

  /** Waits until so many events were handed out, repeats counted. */
  has(count: number): Promise<void> {
    return eventually(`${count} events handed out`, () => this.events.length >= count);
  }

  hasUpTo(position: Position): Promise<void> {
    return eventually(`events up to ${position} handed out`, () => this.events.some((event) => event.position === position));
  }
}
