import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';

/** Up to which event of the log erasures were carried out; null: none was looked at yet. */
export async function destroyedUpTo(writer: pg.Pool): Promise<Position | null> {
  const { rows } = await writer.query<{ position: Position }>('select position from vault.destroyed_up_to');
  return rows[0]?.position ?? null;
}

/** Never goes back, whichever of two sweepers is the slower one, and is not noted by who reads another log than is the store's by now. */
export async function noteDestroyed(writer: pg.Pool, upTo: Position, log?: string): Promise<void> {
  const isOurs = log === undefined ? '' : 'where coalesce(store.current_log_home(), $2) = $2';
  await writer.query(
    `insert into vault.destroyed_up_to as known (position) select $1 ${isOurs}
     on conflict (one) do update set position = greatest(known.position, excluded.position)`,
    [upTo, ...(log === undefined ? [] : [log])],
  );
}
