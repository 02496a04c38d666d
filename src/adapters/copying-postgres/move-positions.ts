import type pg from 'pg';
import type { CarriedTable } from '../../application/ports/copying.js';
import type { Position } from '../../application/ports/event-store.js';

type Client = Pick<pg.ClientBase, 'query'>;

/** Where each event that somebody remembers by its position in the one log stands in the other. */
export type Moved = ReadonlyMap<Position, Position>;

type Placed = CarriedTable & Readonly<{ position: string }>;

const placed = (tables: readonly CarriedTable[]): readonly Placed[] =>
  tables.filter((table): table is Placed => table.position !== undefined);

/** Every position that these tables hold. */
export async function positionsHeld(client: Client, tables: readonly CarriedTable[]): Promise<ReadonlySet<Position>> {
  const each = placed(tables).map(
    ({ table, position }) => `select ${position} as at from ${table} where ${position} is not null`,
  );
  const { rows } = await client.query<{ at: Position }>(each.join(' union '));
  return new Set(rows.map(({ at }) => at));
}

/** Puts the other log's position for each one, in all of these tables. */
export async function movePositions(client: Client, tables: readonly CarriedTable[], moved: Moved): Promise<void> {
  const others = [...moved].filter(([from, to]) => from !== to);
  if (others.length === 0) return;
  for (const { table, position } of placed(tables))
    await client.query(
      `update ${table} t set ${position} = m.there from unnest($1::text[], $2::text[]) m (here, there) where t.${position} = m.here`,
      [others.map(([here]) => here), others.map(([, there]) => there)],
    );
}
