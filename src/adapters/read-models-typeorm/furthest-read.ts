import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';

/** The furthest position of the log that any projection has read; null when none has read anything. */
export async function furthestRead(database: Pick<pg.Pool, 'query'>): Promise<Position | null> {
  const { rows } = await database.query<{ position: Position | null }>('select max(position) as position from read.projection');
  return rows[0].position;
}
