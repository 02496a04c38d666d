import type pg from 'pg';
import { roleOf } from '../adapters/connections.js';

/** Whether a database is one of ours: others may have a schema and a table of the same names. Asked of the catalogue, which all may read. */
export async function isStore(session: pg.Client): Promise<boolean> {
  const { rowCount } = await session.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
     where n.nspname = 'store' and c.relname = 'migration' and r.rolname = $1`,
    [roleOf('owner')],
  );
  return rowCount !== 0;
}

/** What keeps a database that is none of ours from becoming one, as the end of a sentence. */
export type ContentOfOthers = Readonly<{ database: string; holds: string }>;

/** Null for an empty one. Whoever made it ours would lock out everybody else. What belongs to an extension is nobody's. */
export async function contentOfOthers(session: pg.Client): Promise<ContentOfOthers | null> {
  const { rows } = await session.query<{ database: string; isShared: boolean; found: string | null }>(CONTENT);
  const [{ database, isShared, found }] = rows;
  if (isShared) return { database, holds: 'is for who administers the server' };
  return found === null ? null : { database, holds: `holds something else (${found})` };
}

const CONTENT = `
with content (turn, kind, name, classid, objid) as (
  select 1, 'schema', nspname, 'pg_namespace'::regclass, oid from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
  union all
  select 2, 'relation', relname, 'pg_class'::regclass, oid from pg_class
    where relnamespace = to_regnamespace('public') and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  union all
  select 3, 'function', proname, 'pg_proc'::regclass, oid from pg_proc where pronamespace = to_regnamespace('public')
)
select datname as database, datname = 'postgres' or datistemplate as "isShared", (
  select kind || ' ' || name from content c
  where not exists (select from pg_depend d where d.classid = c.classid and d.objid = c.objid and d.deptype = 'e')
  order by turn, name limit 1
) as found
from pg_database where datname = current_database()`;
