import type { Position } from '../../application/ports/event-store.js';
import type { TenantId } from '../../kernel/ids.js';
import type { AllRange, AllReads } from './all-reads.js';
import type { Entry } from './entries.js';
import type { Beside, Seals } from './seals.js';

type Log = Readonly<{ all: AllReads; seals: Seals }>;
type Pages = AsyncGenerator<readonly Entry[], void, undefined>;

/**
 * The pages in which a tenant's events stand, amid those of others. The server finds no tenant, so the table of seals says where to
 * begin: else whoever asks for the last event of a quiet tenant would go through all that others did since.
 */
export async function* pagesOf({ all, seals }: Log, tenant: TenantId, range: AllRange): Pages {
  const { after, backwards = false } = range;
  const beside = await seals.beside(tenant, { after, backwards });
  if (!beside.known || beside.level === null) yield* all.pages(range);
  else if (backwards) yield* backwardsPages(all, range, beside);
  else yield* all.pages({ ...range, after: (beside.position === null ? beside.level : beside.shortOf) ?? undefined });
}

/** What is not sealed yet, and then what is; in one go where the tenant's last event is the last that is sealed. */
async function* backwardsPages(all: AllReads, range: AllRange, { level, position, shortOf }: Beside): Pages {
  if (position !== null && shortOf === null) return yield* all.pages(range);
  if (range.after === undefined) yield* unsealed(all, range, level!);
  if (shortOf !== null) yield* all.pages({ ...range, after: shortOf });
}

/** From the log's end back to where the table of seals ends. */
async function* unsealed(all: AllReads, range: AllRange, level: Position): Pages {
  for await (const page of all.pages(range)) {
    yield page.filter((entry) => entry.kind === 'event' && entry.event.position > level);
    if (page.some((entry) => entry.kind === 'event' && entry.event.position <= level)) return;
  }
}
