import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';

/** Up to which event of the log erasures were carried out; null: none was looked at yet. */
export async function destroyedUpTo(writer: pg.Pool): Promise<Position | null> {
  const { rows } = await writer.query<{ position: Position }>('select position from vault.destroyed_up_to');
  return rows[0]?.position ?? null;
}

/** Never goes back, whichever of two sweepers is the slower one. */
export async function noteDestroyed(writer: pg.Pool, upTo: Position): Promise<void> {
  await writer.query(
    `insert into vault.destroyed_up_to as known (position) values ($1)
     on conflict (one) do update set position = greatest(known.position, excluded.position)`,
    [upTo],
  );
}
