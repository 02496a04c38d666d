import type { Credentials, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { setTimeout as pause } from 'node:timers/promises';
import { eventIn, type WrittenEvent } from '../../application/event-bytes.js';
import type { CopyableLog, EventMark, LoggedEvent, LogPlace } from '../../application/ports/copying.js';
import type { EventStore, Position } from '../../application/ports/event-store.js';
import { AllReads } from './all-reads.js';
import { collectedWithin } from './calls.js';
import { entryIn, type Resolved } from './entries.js';
import { isMissingStream } from './failures.js';
import { logOf, type NameSpace } from './names.js';
import { SealedWalk } from './sealed-walk.js';
import { serverEvent } from './stored-form.js';
import { Writer } from './writer.js';

/** The log and its sealer: `store` is open with `seals`, so that what is appended here is sealed. Milliseconds are of real time. */
export type CopyableLogParts = Readonly<{
  client: KurrentDBClient;
  credentials?: Credentials;
  names: NameSpace;
  store: Pick<EventStore, 'readAll'>;
  begin(): Promise<void>;
  answerWithinMs: number;
  /** For how long what has no answer is sent again, and sealing is waited for while it does not move. */
  patienceMs: number;
}>;

/** An append, as its events tell; `version` is that of the first of them. */
type Whole = Readonly<{ first: WrittenEvent; events: readonly LoggedEvent[] }>;

const PAUSE_MS = 50;

/**
 * The log on KurrentDB as a copy fills and reads it. An append is sent as one, and after the one before it is known to be stored, so the
 * order stays. Seals are not sent: they follow from the log alone, so that whoever seals writes those of the source; the comparison sees it.
 */
export class KurrentDbCopyableLog implements CopyableLog {
  readonly name: string;
  private readonly reads: AllReads;
  private readonly writer: Writer;
  private walk: SealedWalk | undefined;

  constructor(private readonly parts: CopyableLogParts) {
    this.name = logOf(parts.names);
    this.reads = new AllReads(parts);
    this.writer = new Writer(parts);
  }

  begin(): Promise<void> {
    return this.parts.begin();
  }

  async count(): Promise<number> {
    let events = 0;
    for await (const page of this.reads.pages({ expecting: LARGE })) events += page.filter(({ kind }) => kind === 'event').length;
    return events;
  }

  async last(): Promise<EventMark | null> {
    for await (const page of this.reads.pages({ backwards: true, expecting: 1 }))
      for (const entry of page)
        if (entry.kind === 'event') {
          const { streamId, version, hash } = entry.event;
          return { streamId, version, hash: Buffer.from(hash, 'hex') };
        }
    return null;
  }

  async placeOf(event: EventMark): Promise<LogPlace | null> {
    const position = await this.positionOf(event);
    if (position === null) return null;
    const walk = new SealedWalk(this.reads);
    await walk.skipTo(position);
    return { position, events: walk.passed };
  }

  async after(position: Position | null, limit: number): Promise<readonly LoggedEvent[]> {
    if (position === null || this.walk?.at !== position) {
      this.walk = new SealedWalk(this.reads);
      if (position !== null) await this.walk.skipTo(position);
    }
    return this.walk.next(limit);
  }

  async take(events: readonly LoggedEvent[]): Promise<void> {
    for (const append of appendsIn(events)) await this.put(append);
  }

  async settled(): Promise<void> {
    let [seen, since] = ['', performance.now()];
    for (;;) {
      const [last] = await this.parts.store.readAll({ backwards: true, limit: 1 });
      if (!last || last.sealedAt) return;
      const { position } = (await this.lastSeal()) ?? { position: '' };
      if (position !== seen) [seen, since] = [position, performance.now()];
      if (performance.now() - since > this.parts.patienceMs) throw new Error('the log on KurrentDB is not being sealed');
      await pause(PAUSE_MS);
    }
  }

  private async lastSeal(): Promise<Readonly<{ position: string }> | undefined> {
    for await (const page of this.reads.pages({ backwards: true, expecting: 1 })) {
      const seal = page.find(({ kind }) => kind === 'seal');
      if (seal) return { position: seal.where.id };
    }
    return undefined;
  }

  /** Sends it until it is known to be stored. The same ids and expectation store nothing twice. */
  private async put(append: Whole): Promise<void> {
    const until = performance.now() + this.parts.patienceMs;
    for (;;) {
      try {
        if (await this.isStored(append)) return;
      } catch (error) {
        if (this.writer.failureOf(error) !== 'unknown')
          throw new Error(`KurrentDB does not take version ${append.first.version} of ${append.first.streamId}`, {
            cause: error,
          });
        if (performance.now() > until) throw error;
      }
      await pause(PAUSE_MS);
    }
  }

  private async isStored({ first, events }: Whole): Promise<boolean> {
    const last = first.version + events.length - 1;
    const sent = events.map(({ bytes, hash, decision }, at) =>
      serverEvent(bytes, hash, { appendedTo: last, ...(at === 0 && decision !== null ? { decision } : {}) }),
    );
    const streamState = first.version === 1 ? ('no_stream' as const) : BigInt(first.version - 2);
    const written = { stream: this.parts.names.of(first.streamId), events: sent, streamState };
    const { success, nextExpectedRevision } = await this.writer.write(written);
    return success && nextExpectedRevision === BigInt(last - 1);
  }

  private async positionOf({ streamId, version, hash }: EventMark): Promise<Position | null> {
    const { client, names, answerWithinMs } = this.parts;
    const read = client.readStream(names.of(streamId), { fromRevision: BigInt(version - 1), maxCount: 1 });
    try {
      const [found] = await collectedWithin(answerWithinMs, read);
      const entry = found && entryIn(this.parts.names, found as Resolved, () => undefined);
      return entry?.kind === 'event' && entry.event.hash === hash.toString('hex') ? entry.event.position : null;
    } catch (error) {
      if (isMissingStream(error)) return null;
      throw error;
    }
  }
}

const LARGE = 4_000;

function* appendsIn(events: readonly LoggedEvent[]): Generator<Whole> {
  let whole: { first: WrittenEvent; events: LoggedEvent[] } | undefined;
  for (const event of events) {
    const written = eventIn(event.bytes);
    if (whole && isOfSame(whole.first, written)) {
      whole.events.push(event);
      continue;
    }
    if (whole) yield whole;
    whole = { first: written, events: [event] };
  }
  if (whole) yield whole;
}

const isOfSame = (one: WrittenEvent, other: WrittenEvent): boolean =>
  one.streamId === other.streamId && one.commandId === other.commandId;
