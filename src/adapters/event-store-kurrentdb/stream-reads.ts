import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { ReadStream, StoredEvent } from '../../application/ports/event-store.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import { collectedWithin } from './calls.js';
import { isMissingStream } from './failures.js';
import type { NameSpace } from './names.js';
import { Reader } from './reader.js';
import { entriesIn, type Resolved } from './entries.js';
import type { HearsStrangers } from './strangers.js';

export type StreamReadsOptions = Readonly<{
  client: KurrentDBClient;
  /** Through whom is read; absent: through the client. */
  reader?: Reader;
  names: NameSpace;
  /** Absent: nobody hears of what is passed over. */
  stranger?: HearsStrangers;
  /** How long a read may take from one event to the next, in milliseconds. */
  answerWithinMs: number;
}>;

type Range = Readonly<{ direction: 'forwards' | 'backwards'; fromRevision: bigint | 'start' | 'end'; maxCount?: number }>;

/** A stream that is spoilt holds something that this store did not write: no version is the one that the server expects any more. */
export type EndDownTo = Readonly<{ events: readonly StoredEvent[]; isSpoilt: boolean }>;

/** Reads of single streams; a revision of the server is a version less one. */
export class StreamReads {
  private readonly reader: Reader;

  constructor(private readonly options: StreamReadsOptions) {
    this.reader = options.reader ?? new Reader(options.client);
  }

  /** The events of a stream in one tenant; to another tenant it is as one that does not exist. */
  async inTenant(tenant: TenantId, streamId: StreamId, options: ReadStream = {}): Promise<readonly StoredEvent[]> {
    const range = rangeOf(options);
    const found = this.eventsIn(range ? await this.read(streamId, range) : []);
    return found.every((event) => event.tenant === tenant) ? found : [];
  }

  /** From a stream's last event down to this version, last first, whatever the tenant; empty when there is no such stream. */
  async endDownTo(streamId: StreamId, version: number): Promise<EndDownTo> {
    const events: StoredEvent[] = [];
    let isSpoilt = false;
    for (let next: Range | undefined = { direction: 'backwards', fromRevision: 'end', maxCount: PAGE }; next;) {
      const found: readonly Resolved[] = await this.read(streamId, next);
      const page = this.eventsIn(found);
      events.push(...page);
      isSpoilt ||= page.length < found.length;
      const last = found.at(-1)?.event?.revision ?? 0n;
      next = last >= Math.max(version, 1) ? { ...next, fromRevision: last - 1n } : undefined;
    }
    return { events: events.filter((event, at) => at === 0 || event.version >= version), isSpoilt };
  }

  private eventsIn(found: readonly Resolved[]): readonly StoredEvent[] {
    const { names, stranger = () => undefined } = this.options;
    return entriesIn(names, found, stranger).flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []));
  }

  private async read(streamId: StreamId, range: Range): Promise<readonly Resolved[]> {
    const { names, answerWithinMs } = this.options;
    try {
      return await this.reader.read((client) => {
        const read = client.readStream(names.of(streamId), range) as AsyncIterable<Resolved>;
        return collectedWithin(answerWithinMs, read);
      });
    } catch (error) {
      if (isMissingStream(error)) return [];
      throw error;
    }
  }
}

/** How many events a look at a stream's end asks for at once; most looks need one. */
const PAGE = 20;

/** `after` is exclusive in both directions; undefined when no event can lie there. */
function rangeOf({ after, backwards = false, limit }: ReadStream): Range | undefined {
  if (limit === 0 || (backwards && after !== undefined && after <= 1)) return undefined;
  const range: Range = backwards
    ? { direction: 'backwards', fromRevision: after === undefined ? 'end' : BigInt(after - 2) }
    : { direction: 'forwards', fromRevision: BigInt(after ?? 0) };
  return limit === undefined ? range : { ...range, maxCount: limit };
}
