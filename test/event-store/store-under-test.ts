import type { SimulatedClock } from '../../src/application/ports/clock.js';
import type { Append, EventStore } from '../../src/application/ports/event-store.js';
import type { Instant } from '../../src/kernel/days.js';

/** Where the clock of a store under test stands when it is made. */
export const BEGINNING = '2019-09-02T07:00:00.000000Z' as Instant;

/** An empty, simulated store with its clock at `BEGINNING`, and the hands of those who stand beside it. */
export type StoreUnderTest = Readonly<{
  store: EventStore;
  clock: SimulatedClock;
  /** Commits as many claimed keys of a decision as told, held for this append. */
  claimKeys(append: Append, decision: string, keys: number): Promise<void>;
  /** Closes the store for copying; appends answer `closed` from then on. */
  closeForCopying(): Promise<void>;
  /** Resolves when everything that was acknowledged is sealed; at once on a store that seals in the append. */
  sealed(): Promise<void>;
  /** Closes the store and removes what it left. */
  end(): Promise<void>;
}>;

export type MakeStore = (
  options?: Readonly<{
    /** Nothing but `wake` makes a subscription look again within the time of a spec. */
    wakeOnly?: boolean;
  }>,
) => Promise<StoreUnderTest>;
