import type pg from 'pg';
import type { CarriedTable } from '../../application/ports/copying.js';

type Client = Pick<pg.ClientBase, 'query'>;

/** How many rows go over at once. */
const PAGE = 500;

/**
 * Brings the rows of these tables from one database into another of the same schema, as they are at one instant; what is there
 * already is overwritten. `into` is in a transaction of its own. Rows go as PostgreSQL's own text, whatever their types are.
 */
export async function carryTables(from: Client, into: Client, tables: readonly CarriedTable[]): Promise<void> {
  await from.query('begin isolation level repeatable read read only');
  try {
    for (const table of tables) await carryTable(from, into, table);
  } finally {
    await from.query('commit');
  }
}

async function carryTable(from: Client, into: Client, { table, key, numbered }: CarriedTable): Promise<void> {
  const insert = await insertInto(into, table, key);
  await from.query(`declare carried no scroll cursor for select t::text as row from ${table} t`);
  for (;;) {
    const { rows } = await from.query<{ row: string }>(`fetch ${PAGE} from carried`);
    if (rows.length === 0) break;
    await into.query(insert, [rows.map(({ row }) => row)]);
  }
  await from.query('close carried');
  if (numbered)
    await into.query(`select setval($1, greatest((select max(${numbered.column}) from ${table}), 1))`, [numbered.sequence]);
}

async function insertInto(into: Client, table: string, key: readonly string[]): Promise<string> {
  const { rows } = await into.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and not attname = any ($2)`,
    [table, key],
  );
  const changed = rows.map(({ name }) => `${name} = excluded.${name}`);
  const otherwise = changed.length === 0 ? 'nothing' : `update set ${changed.join(', ')}`;
  return `insert into ${table} overriding system value select (r::${table}).* from unnest($1::text[]) r
    on conflict (${key.join(', ')}) do ${otherwise}`;
}
