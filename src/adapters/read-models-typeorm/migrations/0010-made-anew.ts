import type { Migration } from '../../../application/ports/migrations.js';

/**
 * A log that was moved has other positions: what was folded by the old ones is forgotten and made anew. Every table of builds is
 * found by its column, so that none is left out.
 */
export const madeAnew: Migration = {
  adapter: 'read-models',
  number: 10,
  name: 'made-anew',
  sql: `
create function read.forget_projections() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of_builds text;
begin
  for of_builds in
    select a.attrelid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'read'::regnamespace and c.relkind = 'r' and a.attname = 'build' and not a.attisdropped
  loop
    execute 'truncate ' || of_builds;
  end loop;
end $$;

grant usage on schema read to trajectlijn_copier;
revoke execute on function read.forget_projections from public;
grant execute on function read.forget_projections to trajectlijn_copier;
`,
};
