import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';
import type { AllReads } from './all-reads.js';
import { foundIn, type Entry, type Where } from './entries.js';
import { LogCheck } from './log-check.js';
import type { NameSpace } from './names.js';
import { positionOf } from './positions.js';
import { SealsKept } from './seals-kept.js';
import type { Stranger } from './strangers.js';

/** The first bad event, by what it says itself; who looks at it decides which part of it is true. */
export type BadEvent = Readonly<{ position: string; streamId: string; version: number; eventId: string; fault: string }>;

/** How many events in the name space are not of this store, and the first of them. */
export type Strangers = Readonly<{ count: number; type: string; streamId: string; revision: number }>;

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
  strangers: Strangers | null;
  /** What of the copy of the seals is not as in the log: the first event of which it says otherwise, or how many it has besides. */
  unlike: Pick<BadEvent, 'streamId' | 'version'> | number | null;
}>;

export type VerifyOptions = Readonly<{
  reads: AllReads;
  names: NameSpace;
  /** Hears how many events were found good, after each page. */
  progress(events: number): void;
  /** How far the log once reached, by those who read it; null where nobody knows. */
  reached?: Position | null;
  /** Where the copy of the seals lies; absent: it is not looked at. */
  database?: Pick<pg.ClientBase, 'query'>;
}>;

const PAGE = 2_000;

/**
 * Walks through the whole log of one store on KurrentDB: every byte, both links, each stream's and each tenant's numbers, the ids under
 * which the server keeps them, and the instants of the seals. It stops at the first bad event, as everything after it rests on it.
 */
export async function verifyKurrentDb({ reads, names, progress, reached = null, database }: VerifyOptions): Promise<Verified> {
  const check = new LogCheck(names);
  const walk = new Walk(check, database ? await SealsKept.in(database) : null);
  for await (const page of reads.found({ expecting: PAGE })) {
    for (const one of page) {
      const found = foundIn(names, one);
      const bad = found ? walk.pass(found) : null;
      if (bad) return { ...walk.counts, ...check.counts, bad, missing: null };
    }
    await walk.compareSeals();
    progress(walk.counts.events);
  }
  walk.endSeals();
  return {
    ...walk.counts,
    ...check.counts,
    bad: null,
    missing: reached !== null && reached > (walk.last ?? '') ? reached : null,
  };
}

/** Counts what is good, and what is of others. */
class Walk {
  last: Position | null = null;
  private events = 0;
  private strangers: Strangers | null = null;
  private unlike: Verified['unlike'] = null;

  constructor(
    private readonly check: LogCheck,
    private readonly kept: SealsKept | null,
  ) {}

  get counts(): Pick<Verified, 'events' | 'strangers' | 'unlike'> {
    return { events: this.events, strangers: this.strangers, unlike: this.unlike };
  }

  /** The event that is bad, null when none is. */
  pass(found: Entry | Stranger): BadEvent | null {
    if (found.kind === 'stranger') return this.passOver(found);
    const fault = this.check.next(found);
    if (fault !== null) return badEvent(found, fault);
    if (found.kind === 'event') {
      this.events += 1;
      this.last = found.event.position;
    }
    return null;
  }

  /** Holds the copy of the seals against what was found since the last time. */
  async compareSeals(): Promise<void> {
    const sealed = this.check.takeSealed(); // also where there is no copy, so that none are kept for nobody
    const other = await this.kept?.otherIn(sealed);
    if (other) this.unlike ??= { streamId: other.seal.stream, version: other.seal.version };
  }

  /** Looks for what the copy has besides, once the whole log was seen. */
  endSeals(): void {
    if (this.kept && this.kept.more > 0) this.unlike ??= this.kept.more;
  }

  private passOver(stranger: Stranger): BadEvent | null {
    const { where, type } = stranger;
    const { streamId, revision, id } = where;
    const deleted = this.check.passed(stranger);
    if (deleted) return { ...placeOf(where), ...deleted, eventId: id, fault: 'its stream was deleted on the server' };
    const first = this.strangers ?? { type, streamId, revision: Number(revision) };
    this.strangers = { ...first, count: (this.strangers?.count ?? 0) + 1 };
    return null;
  }
}

const placeOf = ({ position, id }: Where) => ({ position: positionOf(position!, id) });

function badEvent(entry: Entry, fault: string): BadEvent {
  if (entry.kind === 'event') {
    const { position, streamId, version, eventId } = entry.event;
    return { position, streamId, version, eventId, fault };
  }
  const { stream: streamId, version, eventId } = entry.seal;
  return { ...placeOf(entry.where), streamId, version, eventId, fault };
}
