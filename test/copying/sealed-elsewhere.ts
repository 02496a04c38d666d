import { pendingEvents, withRecordedAt } from '../../src/application/event-bytes.js';
import { FIRST_PREDECESSOR, streamLink, tenantLink } from '../../src/application/event-links.js';
import type { CopyableLog, LoggedEvent } from '../../src/application/ports/copying.js';
import type { Position } from '../../src/application/ports/event-store.js';
import { SealInstants } from '../../src/application/seal-instants.js';
import type { Instant } from '../../src/kernel/days.js';
import { anAppend, events, newStream } from '../event-store/appends.js';
import { TENANTS } from './logs.js';

const at = (second: number): Instant => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000000Z` as Instant;

/**
 * A log like one without a lock of its own: its streams are dated each by itself, so that the order of the log is not that of the
 * instants of recording, and seals come later.
 */
export function sealedElsewhere(appends: number): CopyableLog {
  const logged: LoggedEvent[] = [];
  const [instants, tenants] = [new SealInstants(), new Map<string, { n: number; hash: Buffer }>()];
  for (let n = 0; n < appends; n += 1) {
    const append = anAppend({ streamId: newStream(), tenant: TENANTS[n % 2], events: events(2) });
    const recordedAt = at(59 - (n % 50));
    let hash = FIRST_PREDECESSOR;
    for (const pending of pendingEvents(append)) {
      const bytes = withRecordedAt(pending, recordedAt);
      hash = streamLink(bytes, hash);
      const before = tenants.get(append.tenant) ?? { n: 0, hash: FIRST_PREDECESSOR };
      const seal = { n: before.n + 1, hash: tenantLink(before.hash, hash) };
      tenants.set(append.tenant, seal);
      const sealed = instants.next({ append: append.commandId, recordedAt });
      logged.push({ position: positionOf(logged.length + 1), bytes, hash, seal: { ...seal, at: sealed }, decision: null });
    }
  }
  return logOf(logged);
}

const positionOf = (n: number): Position => String(n).padStart(8, '0') as Position;

function logOf(logged: readonly LoggedEvent[]): CopyableLog {
  return {
    name: 'elsewhere',
    begin: () => Promise.resolve(),
    count: () => Promise.resolve(logged.length),
    last: () => Promise.reject(new Error('nothing is copied into it')),
    placeOf: ({ hash }) => {
      const found = logged.findIndex((event) => event.hash.equals(hash));
      return Promise.resolve(found < 0 ? null : { position: positionOf(found + 1), events: found + 1 });
    },
    after: (position, limit) => Promise.resolve(logged.slice(Number(position ?? 0), Number(position ?? 0) + limit)),
    take: () => Promise.reject(new Error('nothing is copied into it')),
    settled: () => Promise.resolve(),
  };
}
