import type pg from 'pg';
import type { EventStore } from '../../application/ports/event-store.js';
import type { EventId, StreamId, TenantId } from '../../kernel/ids.js';

/** A part's address; `at` is text, as a JavaScript Date would cut its microseconds. */
type Old = Readonly<{ tenant: TenantId; stream: StreamId; event_id: EventId; digest: string; at: string }>;

const BATCH = 500;

/**
 * Removes the parts that no event names and that were sealed more than 7 days ago, by the database's clock; answers how many.
 * Each part is judged once: one that an event names is marked, and not looked at again.
 * A part goes only where the time that was read is still the time that is stored.
 */
export async function sweepParts(writer: pg.Pool, log: Pick<EventStore, 'readStream'>): Promise<number> {
  let removed = 0;
  for (;;) {
    const batch = await oldParts(writer);
    for (const parts of byStream(batch)) removed += await sweepStream(writer, log, parts);
    if (batch.length < BATCH) return removed;
  }
}

async function oldParts(writer: pg.Pool): Promise<Old[]> {
  const { rows } = await writer.query<Old>(
    `select tenant, stream, event_id, encode(digest, 'hex') as digest, at::text from vault.sealed_part
     where not named and at < clock_timestamp() - interval '7 days' order by at limit ${BATCH}`,
  );
  return rows;
}

async function sweepStream(writer: pg.Pool, log: Pick<EventStore, 'readStream'>, parts: readonly Old[]): Promise<number> {
  const [{ tenant, stream }] = parts;
  const named = new Set((await log.readStream(tenant, stream)).map(({ eventId, sealed }) => `${eventId} ${sealed?.digest}`));
  const isNamed = ({ event_id, digest }: Old) => named.has(`${event_id} ${digest}`);

  await writer.query(`update vault.sealed_part p set named = true ${WHERE_AS_READ}`, columnsOf(parts.filter(isNamed)));
  const gone = parts.filter((part) => !isNamed(part));
  const { rowCount } = await writer.query(`delete from vault.sealed_part p ${USING_AS_READ}`, columnsOf(gone));
  return rowCount ?? 0;
}

const AS_READ = `unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[]) as r (tenant, event_id, digest, at)
  where p.tenant = r.tenant and p.event_id = r.event_id and p.digest = decode(r.digest, 'hex') and p.at = r.at`;
const WHERE_AS_READ = `from ${AS_READ}`;
const USING_AS_READ = `using ${AS_READ}`;

function columnsOf(parts: readonly Old[]): unknown[] {
  return [
    parts.map(({ tenant }) => tenant),
    parts.map((it) => it.event_id),
    parts.map((it) => it.digest),
    parts.map(({ at }) => at),
  ];
}

function byStream(parts: readonly Old[]): Old[][] {
  const streams = new Map<string, Old[]>();
  for (const part of parts) {
    const key = `${part.tenant} ${part.stream}`;
    streams.set(key, [...(streams.get(key) ?? []), part]);
  }
  return [...streams.values()];
}
