import { earlierOf, type Instant } from '../../kernel/days.js';
import type { TenantId } from '../../kernel/ids.js';
import type { EventStore, Position, StoredEvent } from '../ports/event-store.js';
import type { Loop } from '../ports/loops.js';
import { refuse, type Refused } from '../refusals.js';
import { fresh } from './fresh.js';
import { lastSealed } from './last-sealed.js';

/** The instant of knowing for which a figure holds; null: the tenant has no event yet, so nothing was ever known. */
export type AsKnown = Readonly<{ kind: 'known'; knownAt: Instant | null }>;

type Asked = Readonly<{ tenant: TenantId; knownAt?: Instant; minPosition: Position | null }>;

/** Says for which instant the facts hold that are about to be counted. */
export class KnownFacts {
  constructor(
    private readonly store: EventStore,
    private readonly facts: Loop,
  ) {}

  /**
   * Waits until the facts have come as far as the tenant's last event that is sealed, so that they say of any instant all that the log says.
   * After the last seal the answer is as of that one (P9).
   *
   * Errors: `not-yet-projected` when they do not come there in five seconds.
   */
  async asOf({ tenant, knownAt, minPosition }: Asked): Promise<AsKnown | Refused> {
    const last = await lastSealed(this.store, tenant);
    if (!(await fresh(this.facts, furthest(last, minPosition))))
      return refuse({ code: 'not-yet-projected', projection: 'facts' });
    if (!last) return { kind: 'known', knownAt: null };

    return { kind: 'known', knownAt: earlierOf(knownAt ?? last.sealedAt, last.sealedAt) };
  }
}

function furthest(last: StoredEvent | undefined, minPosition: Position | null): Position | null {
  if (!last) return minPosition;
  return minPosition !== null && minPosition > last.position ? minPosition : last.position;
}
