import type { Instant } from '../../kernel/days.js';

/** Domain time, never the process's: the database's clock, or the simulated one of a store that was created so. */
export interface Clock {
  readonly simulated: boolean;
  now(): Promise<Instant>;
}

/** The clock of a simulated store; it goes forward, never back, and a restart keeps it. */
export interface SimulatedClock extends Clock {
  readonly simulated: true;
  /** Sets the clock to the later of `instant` and now; answers what it is then. */
  moveTo(instant: Instant): Promise<Instant>;
}
