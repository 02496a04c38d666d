import type { Migration } from '../../../application/ports/migrations.js';

/** Where the log is to which everything in this database belongs, so that a start with another one is refused. */
export const logHome: Migration = {
  adapter: 'event-store-kurrentdb',
  number: 3,
  name: 'log-home',
  sql: `
create table store.log_home (
  id bigint generated always as identity primary key,
  log text collate "C" not null,
  at timestamptz not null default clock_timestamp()
);
comment on table store.log_home is 'the last row names the log, postgresql or kurrentdb:<name space>; none where it was always here';

-- Null while nothing was ever appended, and no log elsewhere was taken.
create function store.current_log_home() returns text
language sql stable security definer set search_path = pg_catalog, store, pg_temp as $$
  select coalesce((select h.log from store.log_home h order by h.id desc limit 1), (select 'postgresql' from store.es_event limit 1))
$$;

-- The log of a database that has none yet is there from now on; answers where it is.
create function store.take_log_home(log text) returns text
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
begin
  perform store.take_lock();
  insert into store.log_home (log) select take_log_home.log where store.current_log_home() is null;
  return store.current_log_home();
end $$;

-- For the copier, once all of it is there.
create function store.move_log_home(log text) returns void
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
begin
  perform store.take_lock();
  insert into store.log_home (log) select move_log_home.log where store.current_log_home() is distinct from move_log_home.log;
end $$;

create trigger log_home_is_kept before update or delete or truncate on store.log_home
  for each statement execute function store.refuse_change();
alter table store.log_home enable always trigger log_home_is_kept;

revoke execute on function store.current_log_home, store.take_log_home, store.move_log_home from public;
grant execute on function store.current_log_home, store.take_log_home to trajectlijn_writer;
grant execute on function store.current_log_home, store.move_log_home to trajectlijn_copier;
`,
};
