import { FIRST_PREDECESSOR, streamLink } from '../../application/event-links.js';
import { NotCanonical } from '../../kernel/canonical-json.js';
import type { Instant } from '../../kernel/days.js';
import type { Entry, LogEvent, LogSeal } from './entries.js';
import type { NameSpace } from './names.js';
import { sealStreamOf, type Sealable } from './seal.js';
import { SealsBroken, Sealing } from './sealing.js';
import type { SealedAt } from './seals-kept.js';
import { serverIdOf } from './server-id.js';
import { canonicalBytes } from './stored-form.js';
import type { Stranger } from './strangers.js';

type Stream = Readonly<{ tenant: string; version: number; hash: Buffer; appendedTo: number }>;
type Append = Readonly<{ key: string; sealedAt: Instant }>;

/** What the server writes at the end of a stream that is deleted for good; until it is scavenged the log has its events still. */
const STREAM_DELETED = '$streamDeleted';

/** Checks what stands in the whole log of one store, entry by entry from the first; trusts nothing but the bytes and what came before. */
export class LogCheck {
  private readonly sealing = new Sealing<Sealable>({ tenants: new Map(), sealedAt: null });
  private readonly streams = new Map<string, Stream>();
  private readonly tenants = new Set<string>();
  private readonly strangers = new Map<string, number>();
  /** What was found sealed since somebody took it. */
  private sealed: SealedAt[] = [];
  private last: Append = { key: '', sealedAt: '' as Instant };

  constructor(private readonly names: NameSpace) {}

  /** What is wrong with the next entry, in words; null when nothing is, and then it counts for those that follow. */
  next(entry: Entry): string | null {
    return entry.kind === 'event' ? this.wrongEvent(entry) : (this.wrongSeal(entry) ?? this.wrongInstants());
  }

  /** Passes over what no store wrote; the last event of its stream where that is what deletes it, else null. */
  passed({ type, where }: Stranger): Readonly<{ streamId: string; version: number }> | null {
    this.strangers.set(where.streamId, this.strangersIn(where.streamId) + 1);
    const streamId = this.names.streamIn(where.streamId)!;
    const last = type === STREAM_DELETED ? this.streams.get(streamId) : undefined;
    return last ? { streamId, version: last.version } : null;
  }

  /** The events of which the seal was found good since this was last asked. */
  takeSealed(): readonly SealedAt[] {
    return this.sealed.splice(0);
  }

  private strangersIn(serverName: string): number {
    return this.strangers.get(serverName) ?? 0;
  }

  get counts(): Readonly<{ streams: number; tenants: number; unsealed: number }> {
    return { streams: this.streams.size, tenants: this.tenants.size, unsealed: this.sealing.size };
  }

  private wrongEvent({ event, appendedTo, where }: LogEvent): string | null {
    const { streamId: stream, tenant, version, eventId } = event;
    const hash = Buffer.from(event.hash, 'hex');
    const before = this.streams.get(stream) ?? { tenant, version: 0, hash: FIRST_PREDECESSOR, appendedTo: 0 };
    const fault = firstOf([
      [where.streamId !== this.names.of(stream), 'it stands in another stream than it says'],
      [Number(where.revision) !== version - 1 || version !== before.version + 1, `it is not version ${before.version + 1}`],
      [before.tenant !== tenant, 'its stream belongs to another tenant'],
      [appendedTo < version || goesOn(before) !== (appendedTo === before.appendedTo), 'its append ends elsewhere'],
      [!isLinked(event, before.hash), 'link 1 does not hold: it or the stream before it was altered'],
      [where.id !== serverIdOf(eventId, hash), 'the id under which the server has it is not that of its bytes'],
    ]);
    if (fault !== null) return fault;
    this.streams.set(stream, { tenant, version, hash, appendedTo });
    this.tenants.add(tenant);
    this.sealing.add({ ...event, appendedTo });
    return null;
  }

  private wrongSeal({ seal, where }: LogSeal): string | null {
    const { tenant, n } = seal;
    const fault = firstOf([
      [where.streamId !== this.names.of(sealStreamOf(tenant)), 'its seal stands in the stream of another tenant'],
      [
        Number(where.revision) !== n - 1 + this.strangersIn(where.streamId) || n !== this.sealing.tenantEnd(tenant).n + 1,
        `its seal is not number ${n} of its tenant`,
      ],
    ]);
    if (fault !== null) return fault;
    try {
      this.sealing.seal(seal);
      return null;
    } catch (error) {
      if (error instanceof SealsBroken) return 'link 2 does not hold: its seal, or the log of its tenant before it, was altered';
      throw error;
    }
  }

  /** One instant an append, later than that of the append before it, and never before it was recorded. */
  private wrongInstants(): string | null {
    for (const { event, seal } of this.sealing.take(Number.MAX_SAFE_INTEGER)) {
      const key = `${event.streamId} ${event.appendedTo}`;
      const { last } = this;
      const isRight = key === last.key ? seal.sealedAt === last.sealedAt : seal.sealedAt > last.sealedAt;
      if (!isRight || seal.sealedAt < event.recordedAt)
        return `an event of ${event.streamId} at or before it is sealed at a wrong instant`;
      this.last = { key, sealedAt: seal.sealedAt };
      this.sealed.push({ position: event.position, seal });
    }
    return null;
  }
}

/** Whether the append of a stream's last event has more to come. */
const goesOn = ({ version, appendedTo }: Stream): boolean => appendedTo > version;

/** What cannot be written canonically was never linked. */
function isLinked(event: LogEvent['event'], before: Buffer): boolean {
  try {
    return streamLink(canonicalBytes(event), before).toString('hex') === event.hash;
  } catch (error) {
    if (error instanceof NotCanonical || error instanceof TypeError) return false;
    throw error;
  }
}

const firstOf = (faults: readonly (readonly [isSo: boolean, words: string])[]): string | null =>
  faults.find(([isSo]) => isSo)?.[1] ?? null;
