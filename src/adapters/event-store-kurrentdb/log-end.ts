import type { Position } from '../../application/ports/event-store.js';
import { refuseOtherStore, type Identity } from './identity.js';
import { readingAll, type LogPlace } from './reading-all.js';
import type { AllReads } from './all-reads.js';

/**
 * The position of the last event of a name space, null while it has none; for whoever migrates, before any store is opened.
 * Errors: throws `LogRefused` when the server does not answer, and where the name space is another store's.
 */
export function kurrentDbLogEnd(place: LogPlace, ours: Identity): Promise<Position | null> {
  return readingAll(place, async (reading) => {
    await refuseOtherStore(reading, ours);
    return lastIn(reading.reads);
  });
}

async function lastIn(reads: AllReads): Promise<Position | null> {
  for await (const page of reads.pages({ backwards: true, expecting: 1 }))
    for (const entry of page) if (entry.kind === 'event') return entry.event.position;
  return null;
}
