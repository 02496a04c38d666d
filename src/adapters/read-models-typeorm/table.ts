import type pg from 'pg';
import type { StreamId, TenantId } from '../../kernel/ids.js';

/** One column: its name, its type in SQL, and its value for a row. */
export type Column<Row> = readonly [name: string, type: 'text' | 'integer' | 'uuid' | 'jsonb', value: (row: Row) => unknown];

/**
 * How a projection's rows lie in their table; the first three columns, tenant, stream and the row's own id, are its key within a build.
 * The column `build` comes on top of these.
 */
export type Table<Row> = Readonly<{ name: string; columns: readonly Column<Row>[] }>;

export type StreamKey = Readonly<{ tenant: TenantId; streamId: StreamId }>;

/**
 * Puts these rows in the place of all rows that one build has of these streams: one statement for what is gone, one for what is new or changed.
 * Rows that stay as they are, are not written again.
 */
export async function replaceRows<Row>(
  client: pg.ClientBase,
  table: Table<Row>,
  { build, streams, rows }: Readonly<{ build: number; streams: readonly StreamKey[]; rows: readonly Row[] }>,
): Promise<void> {
  const own = table.columns[2];
  const streamColumns = [streams.map(({ tenant }) => tenant), streams.map(({ streamId }) => streamId)];
  await client.query(
    `delete from ${table.name} t using unnest($1::text[], $2::text[]) s (tenant, stream_id)
     where t.build = $4 and t.tenant = s.tenant and t.stream_id = s.stream_id and t.${own[0]} <> all ($3::${own[1]}[])`,
    [...streamColumns, rows.map(own[2]), build],
  );
  if (rows.length > 0) await client.query(upsertOf(table), [build, ...columnsOf(table, rows)]);
}

function upsertOf<Row>({ name, columns }: Table<Row>): string {
  const names = columns.map(([column]) => column);
  const key = names.slice(0, 3).join(', ');
  const rest = names.slice(3);
  // jsonb goes as text, because an array of jsonb cannot be passed as one parameter without quoting it twice.
  const arrays = columns.map(([, type], at) => `$${at + 2}::${type === 'jsonb' ? 'text' : type}[]`).join(', ');
  const values = columns.map(([column, type]) => (type === 'jsonb' ? `${column}::jsonb` : column)).join(', ');

  return `insert into ${name} as t (build, ${names.join(', ')})
    select $1::integer, ${values} from unnest(${arrays}) r (${names.join(', ')})
    on conflict (${key}, build) do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}
    where (${rest.map((column) => `t.${column}`).join(', ')}) is distinct from (${rest.map((column) => `excluded.${column}`).join(', ')})`;
}

function columnsOf<Row>({ columns }: Table<Row>, rows: readonly Row[]): unknown[][] {
  return columns.map(([, type, value]) => rows.map((row) => (type === 'jsonb' ? jsonOf(value(row)) : value(row))));
}

const jsonOf = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
