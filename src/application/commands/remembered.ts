import type { EventStore } from '../ports/event-store.js';
import { ConsultedStreams } from './consulted-streams.js';
import { RecentHistories } from './recent-histories.js';

/** What one process remembers of streams: of those that it appends to, and of those that it consults for that. */
export type Remembered = Readonly<{ histories: RecentHistories; consulted: ConsultedStreams }>;

export const remembering = (store: EventStore): Remembered => ({
  histories: new RecentHistories(),
  consulted: new ConsultedStreams(store),
});
