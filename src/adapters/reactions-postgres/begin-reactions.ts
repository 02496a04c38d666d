import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';

/** Those of these reactions that have no checkpoint yet. */
export async function newReactions(owner: pg.ClientBase, reactions: readonly string[]): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    'select name from unnest($1::text[]) name where not exists (select from read.reaction r where r.name = name.name)',
    [reactions],
  );
  return rows.map(({ name }) => name);
}

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
