import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';

/** The furthest position that any projection has read of a log, whose positions begin with this letter; null when none has read anything. */
export async function furthestRead(database: Pick<pg.Pool, 'query'>, kind: string): Promise<Position | null> {
  const { rows } = await database.query<{ position: Position | null }>(
    'select max(position) as position from read.projection where left(position, 1) = $1',
    [kind],
  );
  return rows[0].position;
}
