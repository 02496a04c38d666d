import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';
import { positionOf } from './positions.js';

/** The position of the log's last event, null while there is none; for whoever migrates, before any store is opened. */
export async function logEnd(client: pg.ClientBase): Promise<Position | null> {
  const { rows } = await client.query<{ last: string | null }>('select max(position) as last from store.es_event');
  return rows[0].last === null ? null : positionOf(rows[0].last);
}
