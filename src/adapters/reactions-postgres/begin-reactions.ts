import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';

/**
 * Writes the checkpoint of each reaction that is new, once, at the log's end: it answers what happens from then on, never the past.
 * On an empty store that is the beginning. Part of migrating, so that it does not hang on which worker comes first.
 */
export async function beginReactions(
  owner: pg.ClientBase,
  { reactions, end }: Readonly<{ reactions: readonly string[]; end: Position | null }>,
): Promise<void> {
  await owner.query(
    `insert into read.reaction (name, position) select name, $2 from unnest($1::text[]) name on conflict do nothing`,
    [reactions, end],
  );
}
