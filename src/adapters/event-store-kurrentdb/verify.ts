import type { Position } from '../../application/ports/event-store.js';
import type { AllReads } from './all-reads.js';
import type { Entry } from './entries.js';
import { LogCheck } from './log-check.js';
import type { NameSpace } from './names.js';
import { positionOf } from './positions.js';

/** The first bad event, by what it says itself; who looks at it decides which part of it is true. */
export type BadEvent = Readonly<{ position: string; streamId: string; version: number; eventId: string; fault: string }>;

/**
 * What was walked through, up to the first bad event if there is one. `unsealed`: how many events at the end await their seal, which
 * is no fault. `missing`: the place up to which events are gone at the end.
 */
export type Verified = Readonly<{
  events: number;
  streams: number;
  tenants: number;
  unsealed: number;
  bad: BadEvent | null;
  missing: Position | null;
}>;

export type VerifyOptions = Readonly<{
  reads: AllReads;
  names: NameSpace;
  /** Hears how many events were found good, after each page. */
  progress(events: number): void;
  /** How far the log once reached, by those who read it; null where nobody knows. */
  reached?: Position | null;
}>;

const PAGE = 2_000;

/**
 * Walks through the whole log of one store on KurrentDB: every byte, both links, each stream's and each tenant's numbers, the ids under
 * which the server keeps them, and the instants of the seals. It stops at the first bad event, as everything after it rests on it.
 */
export async function verifyKurrentDb({ reads, names, progress, reached = null }: VerifyOptions): Promise<Verified> {
  const check = new LogCheck(names);
  let events = 0;
  let last: Position | null = null;
  for await (const page of reads.pages({ expecting: PAGE })) {
    for (const entry of page) {
      const fault = check.next(entry);
      if (fault !== null) return { events, ...check.counts, bad: badEvent(entry, fault), missing: null };
      if (entry.kind !== 'event') continue;
      events += 1;
      last = entry.event.position;
    }
    progress(events);
  }
  return { events, ...check.counts, bad: null, missing: reached !== null && reached > (last ?? '') ? reached : null };
}

function badEvent(entry: Entry, fault: string): BadEvent {
  if (entry.kind === 'event') {
    const { position, streamId, version, eventId } = entry.event;
    return { position, streamId, version, eventId, fault };
  }
  const { stream: streamId, version, eventId } = entry.seal;
  return { position: positionOf(entry.where.position!, entry.where.id), streamId, version, eventId, fault };
}
