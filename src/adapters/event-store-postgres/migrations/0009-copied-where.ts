import type { Migration } from '../../../application/ports/migrations.js';

/**
 * Whom a log is closed for: a closed log goes on into that place only, so that one store never becomes two.
 *
 * Source: R-555.
 */
export const copiedWhere: Migration = {
  adapter: 'event-store-postgres',
  number: 9,
  name: 'copied-where',
  sql: `
create table store.copy_target (
  id bigint generated always as identity primary key,
  log text not null,
  target_store uuid not null,
  target_log text not null,
  place text not null,
  unique (log, id)
);
comment on table store.copy_target is 'the last row of a closed log says into which log of which store it is copied, or was';
comment on column store.copy_target.place is 'as operators are told of it';
create trigger copy_target_is_kept before update or delete or truncate on store.copy_target
  for each statement execute function store.refuse_change();
alter table store.copy_target enable always trigger copy_target_is_kept;

-- The place for which the log is closed, when that is another; null when it is closed for this one, or not closed.
create function store.copied_elsewhere(log text, target_store uuid, target_log text, place text) returns text
language sql stable security definer set search_path = pg_catalog, store, pg_temp as $$
  select t.place from (select * from store.copy_target c where c.log = copied_elsewhere.log order by c.log desc, c.id desc limit 1) t
  where store.log_is_closed(copied_elsewhere.log) and t.place <> copied_elsewhere.place
    and (t.target_store, t.target_log) <> (copied_elsewhere.target_store, copied_elsewhere.target_log)
$$;

-- Closes the log for a place, unless it is closed for another one, which is answered then.
create function store.close_log_for(log text, target_store uuid, target_log text, place text) returns text
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_variable
declare elsewhere text;
begin
  perform pg_advisory_xact_lock(store.log_lock(log));
  elsewhere := store.copied_elsewhere(log, target_store, target_log, place);
  if elsewhere is not null then return elsewhere; end if;
  insert into store.copy_target (log, target_store, target_log, place) values (log, target_store, target_log, place);
  perform store.mark_log(log, true, null, null);
  return null;
end $$;

revoke execute on function store.copied_elsewhere, store.close_log_for from public;
grant execute on function store.copied_elsewhere, store.close_log_for to trajectlijn_copier;
`,
};
