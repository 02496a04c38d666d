import type pg from 'pg';
import type { EventStore } from '../src/application/ports/event-store.js';

/** As many at a time as projections take. */
const BATCH = 500;

/** Events a second. */
export type CaughtUp = Readonly<{ bare: number; store: number; events: number }>;

/** How fast a subscription comes from the beginning to the log's end, beside reading the same rows without looking at them. */
export async function caughtUp(store: EventStore, admin: pg.Client): Promise<CaughtUp> {
  const end = await store.lastPosition();
  const bare = await bareRead(admin);
  const began = performance.now();
  let events = 0;
  await new Promise<void>((resolve) => {
    const subscription = store.subscribe({
      name: 'bench',
      after: null,
      batch: BATCH,
      handle: (batch) => {
        events += batch.length;
        if (batch.at(-1)?.position === end) resolve();
        return Promise.resolve();
      },
    });
    subscription.wake();
  });
  return { bare, store: (events / (performance.now() - began)) * 1000, events };
}

async function bareRead(admin: pg.Client): Promise<number> {
  const began = performance.now();
  let [after, events] = ['0', 0];
  for (;;) {
    const { rows } = await admin.query<{ position: string }>({
      name: 'bare-read',
      text: 'select position, bytes from store.es_event where position > $1 order by position limit $2',
      values: [after, BATCH],
    });
    if (rows.length === 0) return (events / (performance.now() - began)) * 1000;
    events += rows.length;
    after = rows[rows.length - 1].position;
  }
}
