import type { SimulatedClock } from '../../src/application/ports/clock.js';
import type { Instant } from '../../src/kernel/days.js';

/** A simulated clock in memory: it stands still until moved, and never goes back. */
export class MemoryClock implements SimulatedClock {
  readonly simulated = true;

  constructor(private instant: Instant) {}

  now(): Promise<Instant> {
    return Promise.resolve(this.instant);
  }

  moveTo(instant: Instant): Promise<Instant> {
    if (instant > this.instant) this.instant = instant;
    return this.now();
  }
}
