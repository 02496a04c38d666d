import { CATEGORIES, streamIdOf, type Category, type StreamId, type TenantId } from '../../kernel/ids.js';
import type { EventStore } from '../ports/event-store.js';
import { RecentlyUsed } from '../recently-used.js';

/** An id in a command's data that names another stream. */
export type Reference = Readonly<{ field: string; streamId: StreamId; id: string }>;

const OTHER_NAMES: Readonly<Record<string, Category>> = {
  previousTrajectoryId: 'trajectory',
  successorId: 'programme',
  survivorId: 'candidate',
};

/** The other streams that data name, however deep: every member called `<category>Id`. */
export function referencesIn(data: unknown, path = ''): readonly Reference[] {
  if (Array.isArray(data)) return data.flatMap((item, at) => referencesIn(item, `${path}/${at}`));
  if (typeof data !== 'object' || data === null) return [];

  return Object.entries(data).flatMap(([name, value]) => {
    const category = categoryNamed(name);
    const field = `${path}/${name}`;
    return category && typeof value === 'string'
      ? [{ field, streamId: streamIdOf(category, value), id: value }]
      : referencesIn(value, field);
  });
}

/** The first reference to a stream that this tenant does not have. Streams never vanish, so what was there stays there. */
export async function firstDangling(
  store: EventStore,
  tenant: TenantId,
  references: readonly Reference[],
): Promise<Reference | undefined> {
  const found = await Promise.all(
    references.map(async ({ streamId }) => (await store.readStream(tenant, streamId, { limit: 1 })).length > 0),
  );
  return references.find((_, at) => !found[at]);
}

/** How many streams are remembered to be there. */
const REMEMBERED = 20_000;

/** The same for commands one after another: what was found once is not looked for again. */
export class ReferencesFound {
  private readonly found = new RecentlyUsed<true>(REMEMBERED);

  constructor(private readonly store: EventStore) {}

  async firstDangling(tenant: TenantId, references: readonly Reference[]): Promise<Reference | undefined> {
    const keyOf = ({ streamId }: Reference): string => `${tenant} ${streamId}`;
    const unknown = references.filter((reference) => !this.found.get(keyOf(reference)));
    const dangling = await firstDangling(this.store, tenant, unknown);
    if (!dangling) for (const reference of unknown) this.found.set(keyOf(reference), true);
    return dangling;
  }
}

function categoryNamed(name: string): Category | undefined {
  return OTHER_NAMES[name] ?? CATEGORIES.find((category) => name === `${category}Id`);
}
