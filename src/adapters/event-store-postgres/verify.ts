import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';
import { LogCheck, type LogRow } from './log-check.js';
import { rowOf } from './positions.js';

/** The first bad event, by what its columns say; who looks at it decides which part of it is true. */
export type BadEvent = Readonly<{ position: string; streamId: string; version: number; eventId: string; fault: string }>;

/** What was walked through, up to the first bad event if there is one. `missing`: the position up to which events are gone at the end. */
export type Verified = Readonly<{
  events: number;
  streams: number;
  tenants: number;
  bad: BadEvent | null;
  missing: Position | null;
}>;

const BATCH = 2000;

const ROWS = `select e.position, e.version, store.instant_text(e.recorded_at) as recorded_at, store.instant_text(e.sealed_at) as sealed_at,
    e.tenant_number, e.event_id, e.command_id, e.tenant, e.stream, e.type, e.hash, e.tenant_hash, e.bytes
  from store.es_event e where e.position > $1 order by e.position limit $2`;

/**
 * Walks through the whole log in order of position: every byte, both links, each column that search relies on, and no gap.
 * It stops at the first bad event, as everything after it rests on it. What is appended meanwhile is walked through too.
 * No chain tells what was cut off at its end, so whoever knows how far the log once reached says so with `reached`, read before:
 * the projections know, and a copy of the last seal that is kept elsewhere.
 *
 * Units: `progress` hears how many events were found good, after each batch; `reached` is null where nobody knows.
 */
export async function verifyStore(
  database: Pick<pg.Pool, 'query'>,
  { progress, reached = null }: Readonly<{ progress(events: number): void; reached?: Position | null }>,
): Promise<Verified> {
  const check = new LogCheck(await copiedUpTo(database));
  let events = 0;
  for (let after = '0'; ;) {
    const { rows } = await database.query<LogRow>(ROWS, [after, BATCH]);
    for (const row of rows) {
      const fault = check.next(row);
      if (fault !== null) return { events, ...check.counts, bad: badEvent(row, fault), missing: null };
      events += 1;
    }
    if (rows.length === 0)
      return { events, ...check.counts, bad: null, missing: reached !== null && rowOf(reached) > Number(after) ? reached : null };
    after = rows[rows.length - 1].position;
    progress(events);
  }
}

async function copiedUpTo(database: Pick<pg.Pool, 'query'>): Promise<number> {
  const { rows } = await database.query<{ last: string }>('select store.copied_up_to() as last');
  return Number(rows[0].last);
}

function badEvent({ position, stream, version, event_id }: LogRow, fault: string): BadEvent {
  return { position, streamId: stream, version, eventId: event_id, fault };
}
