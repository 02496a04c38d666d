import type { Position, StoredEvent } from '../../application/ports/event-store.js';

/** The events that were handed out last, without a gap, so that subscriptions that are level with the log need no read of the server. */
export class Window {
  private events: StoredEvent[] = [];
  /** Up to here nothing is kept; null: everything from the log's beginning is. */
  private base: Position | null = null;

  /** `limit`: how many events are kept at least, once so many were handed out. */
  constructor(readonly limit: number) {}

  /** The place up to which everything was handed out. */
  get end(): Position | null {
    return this.events.at(-1)?.position ?? this.base;
  }

  /** Goes on from a place; what lies before it is kept only where it leads there without a gap. */
  goOnFrom(position: Position | null): void {
    if (position !== this.end) this.empty(position);
  }

  /** Adds what follows; an event without its body ends what is kept. */
  push(position: Position, event: StoredEvent | undefined): void {
    if (!event) return this.empty(position);
    this.events.push(event);
    if (this.events.length < 2 * this.limit) return;
    const gone = this.events.splice(0, this.events.length - this.limit);
    this.base = gone[gone.length - 1].position;
  }

  /** What follows a place, at most so many; undefined when that is not kept. */
  after(position: Position | null, limit: number): readonly StoredEvent[] | undefined {
    if (position === this.base) return this.events.slice(0, limit);
    if (position === null) return undefined;
    const at = this.indexOf(position);
    return this.events[at]?.position === position ? this.events.slice(at + 1, at + 1 + limit) : undefined;
  }

  private empty(base: Position | null): void {
    this.events = [];
    this.base = base;
  }

  /** Of the first event at or after a position: positions are ordered as text. */
  private indexOf(position: Position): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.events[middle].position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
