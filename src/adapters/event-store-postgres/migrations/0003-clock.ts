import type { Migration } from '../../../application/ports/migrations.js';

/**
 * Time as the log sees it: the database's clock, or the rows of a simulated one.
 * Instants leave the database as text of 27 characters, so that no client cuts their microseconds.
 */
export const clock: Migration = {
  adapter: 'event-store-postgres',
  number: 3,
  name: 'clock',
  sql: `
create function store.instant_text(at timestamptz) returns text language sql stable
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

create function store.simulated_now() returns timestamptz language sql security definer set search_path = pg_catalog, store, pg_temp as $$
  select coalesce((select c.at from store.simulated_clock c order by c.at desc limit 1), 'epoch')
$$;

-- The first instant of a batch: the clock, or just after the last event; never more than 5 s ahead of the clock unless accepted.
create function store.next_instant(clock timestamptz, last_at timestamptz) returns timestamptz language plpgsql as $$
begin
  if last_at > clock + interval '5 s'
    and last_at > coalesce((select a.accepted_at from store.clock_acceptance a order by a.accepted_at desc limit 1), '-infinity') + interval '5 s'
  then
    raise exception 'the clock stands at %, the last event at %', clock, last_at
      using errcode = 'TL001', hint = 'Set the clock right, or accept that the log is ahead of it.';
  end if;
  return greatest(clock, last_at + interval '1 microsecond');
end $$;

-- Sets a simulated store's clock to the later of the instant and now.
create function store.move_simulated_clock(instant timestamptz) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
begin
  if not (select i.simulated from store.identity i where i.one) then
    raise exception 'a real store keeps the database''s time' using errcode = '55000';
  end if;
  insert into store.simulated_clock (at) values (instant) on conflict do nothing;
  return store.simulated_now();
end $$;

-- For an operator, as owner: appends may go on although the log is ahead of the clock; answers up to which instant.
create function store.accept_log_ahead_of_clock() returns timestamptz
language plpgsql set search_path = pg_catalog, store, pg_temp as $$
declare last_at timestamptz;
begin
  perform store.take_lock();
  select e.recorded_at into last_at from store.es_event e order by e.position desc limit 1;
  insert into store.clock_acceptance (accepted_at) select last_at where last_at is not null on conflict do nothing;
  return last_at;
end $$;

revoke execute on function store.simulated_now, store.next_instant, store.move_simulated_clock, store.accept_log_ahead_of_clock from public;
grant execute on function store.simulated_now to trajectlijn_writer, trajectlijn_reader;
grant execute on function store.move_simulated_clock to trajectlijn_writer;
`,
};
