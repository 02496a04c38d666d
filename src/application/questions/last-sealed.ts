import type { Instant } from '../../kernel/days.js';
import type { TenantId } from '../../kernel/ids.js';
import type { EventStore, Position, StoredEvent } from '../ports/event-store.js';

/**
 * The tenant's last event that is sealed; where sealing is behind that is not the last of all, and what follows it is not yet known at
 * any instant. Source: R-511.
 */
export async function lastSealed(
  store: Pick<EventStore, 'readAll'>,
  tenant: TenantId,
): Promise<(StoredEvent & Readonly<{ sealedAt: Instant }>) | undefined> {
  for (let after: Position | undefined; ;) {
    const [last] = await store.readAll({ tenant, backwards: true, limit: 1, after });
    if (!last) return undefined;
    const { sealedAt } = last;
    if (sealedAt !== undefined) return { ...last, sealedAt };
    after = last.position;
  }
}
