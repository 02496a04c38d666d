import type { Migration } from '../../../application/ports/migrations.js';

/** Where an append ended whose answer was lost. */
export const lookUp: Migration = {
  adapter: 'event-store-postgres',
  number: 5,
  name: 'look-up',
  sql: `
-- The last event of each append that is stored, by its place in the arrays; what is absent is left out. Absent is not final: the
-- call that was lost may still be on its way, but what it was doing while it held the lock is done.
create function store.find_appends(tenants text[], streams text[], expected integer[], commands uuid[])
returns table (place integer, "position" bigint, bytes bytea)
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_variable
begin
  perform store.take_lock();
  return query
    select a.i::integer, e.position, e.bytes
    from unnest(tenants, streams, expected, commands) with ordinality a (tenant, stream, expected, command, i)
    cross join lateral (select e.position, e.bytes from store.es_event e
                        where e.stream = a.stream and e.version > a.expected and e.command_id = a.command and e.tenant = a.tenant
                        order by e.stream desc, e.version desc limit 1) e;
end $$;

revoke execute on function store.find_appends from public;
grant execute on function store.find_appends to trajectlijn_flusher;
`,
};
