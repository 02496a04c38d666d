import type { Position, ReadAll, ReadStream, StoredEvent } from '../../application/ports/event-store.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import type { AllRange, AllReads } from './all-reads.js';
import type { LogEvent } from './entries.js';
import type { Seals } from './seals.js';
import type { StreamReads } from './stream-reads.js';
import { pagesOf } from './tenant-pages.js';

export type SealedReadsOptions = Readonly<{
  streams: StreamReads;
  all: AllReads;
  seals: Seals;
  /** How long a read of the log waits for the seals of what it found. */
  patienceMs: number;
  /** Resolves when more may have been sealed, or after so long. */
  moreSealed(withinMs: number): Promise<void>;
}>;

type Events = readonly StoredEvent[];

/** How long a read waits before it looks for seals again when nobody tells it that there are more, in milliseconds. */
const LOOK_AGAIN_MS = 25;

/** Reads that give each event with its seal, as far as it has one. */
export class SealedReads {
  constructor(private readonly options: SealedReadsOptions) {}

  /** As the stream stands; an event that is not sealed yet counts for deciding, so nobody waits for its seal. */
  async stream(tenant: TenantId, streamId: StreamId, options?: ReadStream): Promise<Events> {
    const { streams, seals } = this.options;
    const events = await streams.inTenant(tenant, streamId, options);
    return withSeals(events, await seals.of({ tenant, events }));
  }

  /** What was acknowledged is sealed soon, so this waits for it; what is not sealed then comes without its seal. */
  async all({ after, backwards = false, limit, ...asked }: ReadAll): Promise<Events> {
    const events = await this.found({ after, backwards, expecting: limit }, { ...asked, limit });
    const end = performance.now() + this.options.patienceMs;
    for (;;) {
      const found = await this.options.seals.of({ tenant: asked.tenant, events });
      const left = end - performance.now();
      if (found.every((seal) => seal) || left <= 0) return withSeals(events, found);
      await this.options.moreSealed(Math.min(left, LOOK_AGAIN_MS));
    }
  }

  /** What may be handed out: up to the first event that is not sealed. */
  async sealedAfter(after: Position | null, limit: number): Promise<Events> {
    const events = await this.found({ after: after ?? undefined, expecting: limit }, { limit });
    const seals = await this.options.seals.of({ events });
    const end = seals.indexOf(undefined);
    return withSeals(end < 0 ? events : events.slice(0, end), seals);
  }

  /** The place of the last event, sealed or not. */
  async lastPosition(tenant?: TenantId): Promise<Position | null> {
    const [last] = await this.found({ backwards: true, expecting: 1 }, { tenant, limit: 1 });
    return last?.position ?? null;
  }

  private async found(range: AllRange, asked: Pick<ReadAll, 'tenant' | 'types' | 'limit'>): Promise<Events> {
    const events: StoredEvent[] = [];
    if (asked.limit === 0) return events;
    const { tenant } = asked;
    const pages = tenant === undefined ? this.options.all.pages(range) : pagesOf(this.options, tenant, range);
    for await (const page of pages) {
      const wanted = page.filter((entry): entry is LogEvent => entry.kind === 'event' && isAsked(entry, asked));
      events.push(...wanted.map(({ event }) => event).slice(0, asked.limit - events.length));
      if (events.length === asked.limit) break;
    }
    return events;
  }
}

function isAsked({ event }: LogEvent, { tenant, types }: Pick<ReadAll, 'tenant' | 'types'>): boolean {
  return (tenant === undefined || event.tenant === tenant) && (!types || types.includes(event.type));
}

/** Each event is the reader's own, so its seal is put into it. */
const withSeals = (events: Events, seals: readonly (object | undefined)[]): Events =>
  events.map((event, at) => Object.assign(event, seals[at]));
