import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { ReadStream, StoredEvent } from '../../application/ports/event-store.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import { collectedWithin } from './calls.js';
import { isMissingStream } from './failures.js';
import type { NameSpace } from './names.js';
import { Reader } from './reader.js';
import { storedEvent, type ServerEvent } from './stored-form.js';

export type StreamReadsOptions = Readonly<{
  client: KurrentDBClient;
  /** Through whom is read; absent: through the client. */
  reader?: Reader;
  names: NameSpace;
  /** How long a read may take from one event to the next, in milliseconds. */
  answerWithinMs: number;
}>;

type Range = Readonly<{ direction: 'forwards' | 'backwards'; fromRevision: bigint | 'start' | 'end'; maxCount?: number }>;

/** Reads of single streams; a revision of the server is a version less one. */
export class StreamReads {
  private readonly reader: Reader;

  constructor(private readonly options: StreamReadsOptions) {
    this.reader = options.reader ?? new Reader(options.client);
  }

  /** The events of a stream in one tenant; to another tenant it is as one that does not exist. */
  async inTenant(tenant: TenantId, streamId: StreamId, options: ReadStream = {}): Promise<readonly StoredEvent[]> {
    const range = rangeOf(options);
    const found = range ? await this.read(streamId, range) : [];
    return found.every((event) => event.tenant === tenant) ? found : [];
  }

  /** From a stream's last event down to this version, last first, whatever the tenant; empty when there is no such stream. */
  async endDownTo(streamId: StreamId, version: number): Promise<readonly StoredEvent[]> {
    const found: StoredEvent[] = [];
    for (let next: Range | undefined = { direction: 'backwards', fromRevision: 'end', maxCount: PAGE }; next;) {
      const page: readonly StoredEvent[] = await this.read(streamId, next);
      found.push(...page);
      const last = page.at(-1)?.version ?? 0;
      next = last > Math.max(version, 1) ? { ...next, fromRevision: BigInt(last - 2) } : undefined;
    }
    return found.filter((event, at) => at === 0 || event.version >= version);
  }

  private async read(streamId: StreamId, range: Range): Promise<readonly StoredEvent[]> {
    const { names, answerWithinMs } = this.options;
    try {
      const found = await this.reader.read((client) =>
        collectedWithin(answerWithinMs, client.readStream(names.of(streamId), range)),
      );
      return found.map(({ event }) => storedEvent(event as unknown as ServerEvent));
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
