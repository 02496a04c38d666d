import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

/** What one append brings of an event. */
export type Proposed = Readonly<{ id: string; type: string; contentType: string; data: Buffer; metadata: Buffer }>;

/** An event as the server keeps it. `position` orders the whole log, with gaps; `created` is in milliseconds since 1970. */
export type Recorded = Proposed & Readonly<{ stream: string; revision: number; position: bigint; created: number }>;

/** The revision of the last event, or what the protocol names. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | number;

/** The two calls that append, which differ in what they do with ids that are there already. */
export type Call = 'batchAppend' | 'append';

export type Asked = Readonly<{ call: Call; stream: string; expected: Expected; events: readonly Proposed[] }>;

export type Verdict =
  | Readonly<{ kind: 'success'; revision: number; position: bigint }>
  | Readonly<{ kind: 'wrong-version'; expected: Expected; current: number }>
  | Readonly<{ kind: 'too-large'; limit: number }>
  | Readonly<{ kind: 'event-too-large'; id: string; size: number; limit: number }>
  | Readonly<{ kind: 'bad-request' | 'access-denied' | 'deleted' | 'invalid-transaction' | 'timeout' }>
  /** Nothing was done with it: this node has not started yet, has too much to do, or knows of no leader. */
  | Readonly<{ kind: 'not-ready' | 'busy' | 'no-leader' }>;

/** How many bytes one append may have, all its events together, as servers count since 24.10.14 and 25.0. */
export const APPEND_LIMIT = 1_048_576;

/** What an event counts: `Event.SizeOnDisk` of the server. */
export const sizeOf = ({ data, metadata, type }: Pick<Proposed, 'data' | 'metadata' | 'type'>): number =>
  data.length + metadata.length + 2 * type.length;

/** The revision that a stream without events is said to have. */
const NONE = -1;

/** The revision of what deletes a stream for good; on a server the largest of 64 bits. */
const LAST = Number.MAX_SAFE_INTEGER;

type Stream = { events: Recorded[]; /** What stands before this revision was deleted. */ from: number; isDeleted?: boolean };

/** The log of a server, or of the nodes of one cluster: what is stored, and the verdicts of a real server. */
export class DoubleLog {
  readonly all: Recorded[] = [];
  /** How many bytes one event may have, its metadata and its type in UTF-16 with it; 25.0 and later have such a limit where one is set. */
  eventLimit = Infinity;
  /** Emits `appended` after each append. */
  readonly news = new EventEmitter().setMaxListeners(0);
  private readonly streams = new Map<string, Stream>();

  /** The events of a stream that are still there; undefined for one that never was, or was deleted. */
  read(name: string): readonly Recorded[] | undefined {
    const stream = this.streams.get(name);
    return stream && this.current(name) !== NONE ? stream.events.slice(stream.from) : undefined;
  }

  /** All events that a stream ever had, those that were deleted too. */
  everyOf(name: string): readonly Recorded[] {
    return this.streams.get(name)?.events ?? [];
  }

  /** Forgets the events of a stream; its revisions go on from where they were. */
  delete(name: string): void {
    const stream = this.streams.get(name);
    if (stream) stream.from = stream.events.length;
  }

  /** Deletes a stream for good: nothing is read from it or appended to it any more, and the log says so. */
  tombstone(name: string): void {
    const position = this.end + 100n;
    const empty = { contentType: 'application/json', data: Buffer.from('{}'), metadata: Buffer.alloc(0) };
    this.all.push({
      ...empty,
      id: randomUUID(),
      type: '$streamDeleted',
      stream: name,
      revision: LAST,
      position,
      created: Date.now(),
    });
    this.streams.set(name, { ...(this.streams.get(name) ?? { events: [], from: 0 }), isDeleted: true });
    this.news.emit('appended');
  }

  isDeleted(name: string): boolean {
    return this.streams.get(name)?.isDeleted === true;
  }

  /** Is from now on as a back-up that was taken after so many events. */
  restore(count: number): void {
    for (const { stream, revision } of this.all.splice(count).reverse()) this.streams.get(stream)!.events.length = revision;
  }

  append(asked: Asked): Verdict {
    const { stream, expected, events } = asked;
    if (stream === '') return { kind: 'bad-request' };
    if (this.isDeleted(stream)) return { kind: 'deleted' };
    if (events.reduce((sum, event) => sum + sizeOf(event), 0) > APPEND_LIMIT) return { kind: 'too-large', limit: APPEND_LIMIT };
    const tooLarge = events.find((event) => sizeOf(event) > this.eventLimit);
    if (tooLarge) return { kind: 'event-too-large', id: tooLarge.id, size: sizeOf(tooLarge), limit: this.eventLimit };
    if (events.length === 0) return { kind: 'success', revision: 0, position: this.end };

    const known = this.knownOf(asked);
    if (known) return { kind: 'success', revision: known.revision, position: known.position };
    const current = this.current(stream);
    return this.accepts(asked, current) ? this.store(stream, events) : { kind: 'wrong-version', expected, current };
  }

  private get end(): bigint {
    return this.all.at(-1)?.position ?? 0n;
  }

  private current(name: string): number {
    const stream = this.streams.get(name);
    return stream && stream.events.length > stream.from ? stream.events.length - 1 : NONE;
  }

  /** The last event of an append whose ids stand where it expects to put them; the bytes are never compared. */
  private knownOf({ call, stream, expected, events }: Asked): Recorded | undefined {
    const stored = this.streams.get(stream)?.events ?? [];
    const start = this.startOf({ stream, expected, first: events[0].id });
    const known = start !== undefined && events.every(({ id }, at) => stored[start + at]?.id === id);
    if (!known || (expected === 'any' && call === 'append' && this.elsewhere(stream, events))) return undefined;
    return stored[start + events.length - 1];
  }

  private startOf({ stream, expected, first }: { stream: string; expected: Expected; first: string }): number | undefined {
    if (expected === 'no_stream') return 0;
    if (typeof expected === 'number') return expected + 1;
    const at = this.streams.get(stream)?.events.findIndex(({ id }) => id === first) ?? NONE;
    return at === NONE ? undefined : at;
  }

  private elsewhere(stream: string, events: readonly Proposed[]): boolean {
    return this.all.some((stored) => stored.stream !== stream && events.some(({ id }) => id === stored.id));
  }

  private accepts({ call, stream, expected, events }: Asked, current: number): boolean {
    if (expected === 'any') return true;
    if (expected === 'stream_exists') return current !== NONE;
    if ((expected === 'no_stream' ? NONE : expected) !== current) return false;
    // Without other traffic since, what plain append does with an old id was not measured; here it is the same.
    const old = (id: string) => this.streams.get(stream)?.events.some((stored) => stored.id === id) ?? false;
    return call === 'batchAppend' || !events.some(({ id }) => old(id));
  }

  private store(name: string, events: readonly Proposed[]): Verdict {
    const stream = this.streams.get(name) ?? { events: [], from: 0 };
    this.streams.set(name, stream);
    for (const event of events) {
      const position = this.end + BigInt(100 + event.data.length + event.metadata.length);
      const recorded = { ...event, stream: name, revision: stream.events.length, position, created: Date.now() };
      stream.events.push(recorded);
      this.all.push(recorded);
    }
    this.news.emit('appended');
    return { kind: 'success', revision: stream.events.length - 1, position: this.end };
  }
}
