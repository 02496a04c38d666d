import pg from 'pg';
import { verifyStore } from '../../src/adapters/event-store-postgres/verify.js';

/** What an attack left: `missing` of what was acknowledged, appends stored `inPieces`, events stored `twice`, and the first bad event. */
export type WholeLog = Readonly<{ events: number; missing: number; inPieces: number; twice: number; bad: unknown }>;

/** Nothing is missing, in pieces or twice, and every byte, link and position verifies. */
export const WHOLE = { missing: 0, inPieces: 0, twice: 0, bad: null };

const PIECES = `select count(*)::int as pieces from (
  select command_id from store.es_event group by command_id
  having count(distinct recorded_at) > 1 or max(position) - min(position) + 1 <> count(*) or max(version) - min(version) + 1 <> count(*)) c`;

/** Compares the log with what was acknowledged: the event ids of each append. */
export async function wholeLog(database: pg.ClientConfig, acknowledged: readonly (readonly string[])[]): Promise<WholeLog> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    const { rows } = await client.query<{ event_id: string }>('select event_id from store.es_event');
    const stored = new Set(rows.map(({ event_id }) => event_id));
    const there = (ids: readonly string[]): number => ids.filter((id) => stored.has(id)).length;
    const { bad } = await verifyStore(client, { progress: () => undefined });
    const halves = acknowledged.filter((ids) => there(ids) > 0 && there(ids) < ids.length).length;
    const { pieces } = (await client.query<{ pieces: number }>(PIECES)).rows[0];
    const missing = acknowledged.flat().length - there(acknowledged.flat());
    return { events: rows.length, missing, inPieces: pieces + halves, twice: rows.length - stored.size, bad };
  } finally {
    await client.end();
  }
}
