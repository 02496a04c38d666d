import type { Migration } from '../../../application/ports/migrations.js';

/**
 * Moving a log. Each log has its marks, of which the last says whether it is closed: a store is closed before it is copied, and what is
 * copied into stays closed until all of it is there. The log on KurrentDB has its marks here too, as `kurrentdb:<name space>`.
 *
 * Only the copier closes, copies and opens. `store.copy_in` takes what follows from what is there and nothing else: it reads every
 * column from the bytes, and computes both links anew.
 *
 * Source.
 */
export const copying: Migration = {
  adapter: 'event-store-postgres',
  number: 8,
  name: 'copying',
  sql: `
alter table store.closing_mark
  add column log text collate "C" not null default 'postgresql',
  add column closes boolean not null default true,
  add column not_before timestamptz,
  add column last_copied bigint;
create unique index closing_mark_of_log on store.closing_mark (log, id);
comment on table store.closing_mark is 'the last row of a log says whether it takes appends';
comment on column store.closing_mark.not_before is 'what is appended from now on is recorded after this instant, as all that was copied was';
comment on column store.closing_mark.last_copied is 'the position up to which events were copied from another log';

-- The append function, but for its look at the marks: the last one counts, and what was copied is of the past.
do $$
declare
  text constant text := pg_get_functiondef('store.append_batch'::regproc);
  any_mark constant text := 'select true as closed from store.closing_mark m order by m.id desc limit 1';
  last_mark constant text := 'select m.closes as closed, m.not_before from store.closing_mark m
                       where m.log = ''postgresql'' order by m.log desc, m.id desc limit 1';
  last_event constant text := 'l.recorded_at, m.closed is true';
begin
  if strpos(text, any_mark) = 0 or strpos(text, last_event) = 0 then
    raise exception 'the append function is not the one that is known here';
  end if;
  execute replace(replace(text, any_mark, last_mark), last_event, 'greatest(l.recorded_at, m.not_before), m.closed is true');
end $$;

-- The key of a log's advisory lock: whoever appends holds it until the outcome is known, whoever closes waits for it.
create function store.log_lock(log text) returns bigint language sql immutable
  return case log when 'postgresql' then 7310310260711 else hashtextextended(log, 7310310260711) end;

create function store.log_is_closed(log text) returns boolean
language sql stable security definer set search_path = pg_catalog, store, pg_temp as $$
  select coalesce((select m.closes from store.closing_mark m where m.log = log_is_closed.log
                   order by m.log desc, m.id desc limit 1), false)
$$;

-- The position up to which events were copied from another log; 0 when none was.
create function store.copied_up_to() returns bigint
language sql stable security definer set search_path = pg_catalog, store, pg_temp as $$
  select coalesce((select m.last_copied from store.closing_mark m where m.log = 'postgresql' order by m.log desc, m.id desc limit 1), 0)
$$;

-- Puts a mark that differs from the last one; what is null stays as it was.
create function store.mark_log(log text, closes boolean, not_before timestamptz, last_copied bigint) returns void
language plpgsql set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_variable
declare last store.closing_mark;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the store works under read committed only' using errcode = '55000';
  end if;
  perform pg_advisory_xact_lock(store.log_lock(log));
  select * into last from store.closing_mark m where m.log = mark_log.log order by m.log desc, m.id desc limit 1;
  if coalesce(last.closes, false) = closes then return; end if;
  insert into store.closing_mark (log, closes, not_before, last_copied)
    values (log, closes, greatest(not_before, last.not_before), coalesce(last_copied, last.last_copied));
end $$;

-- From its return on nothing is appended to the log; an append that was under way is stored or was not.
create function store.close_log(log text) returns void
language sql security definer set search_path = pg_catalog, store, pg_temp as $$
  select store.mark_log(log, true, null, null)
$$;

-- The log takes appends again, recorded after the instant; null: after what is there.
create function store.open_log(log text, not_before timestamptz, last_copied bigint) returns void
language sql security definer set search_path = pg_catalog, store, pg_temp as $$
  select store.mark_log(log, false, not_before, last_copied)
$$;

-- Adds copied events at the end, which must follow from what is there; answers the position of the last of them.
create function store.copy_in(bytes bytea[], hashes bytea[], tenant_hashes bytea[], sealed text[], decisions uuid[])
returns bigint
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_variable
declare
  zeros constant bytea := decode(repeat('00', 32), 'hex');
  at bigint;
  field jsonb;
  head record;
  seal record;
  hash bytea;
  tenant_hash bytea;
begin
  perform store.take_lock();
  if not store.log_is_closed('postgresql') then
    raise exception 'only a closed log is copied into' using errcode = '55000';
  end if;
  at := coalesce((select e.position from store.es_event e order by e.position desc limit 1), 0);

  for i in 1 .. cardinality(bytes) loop
    field := convert_from(bytes[i], 'UTF8')::jsonb;
    select e.version, e.hash, e.tenant into head
      from store.es_event e where e.stream = field ->> 1 order by e.stream desc, e.version desc limit 1;
    select e.tenant_number, e.tenant_hash into seal
      from store.es_event e where e.tenant = field ->> 0 order by e.tenant desc, e.position desc limit 1;
    hash := sha256(bytes[i] || coalesce(head.hash, zeros));
    tenant_hash := sha256(coalesce(seal.tenant_hash, zeros) || hash);
    if head.tenant <> field ->> 0 or (field ->> 2)::integer <> coalesce(head.version, 0) + 1
      or hash <> hashes[i] or tenant_hash <> tenant_hashes[i] then
      raise exception 'event % does not follow from what was copied before it', field ->> 3 using errcode = '22023';
    end if;
    at := at + 1;
    insert into store.es_event (position, version, recorded_at, sealed_at, tenant_number, event_id, command_id, decision,
                                tenant, stream, type, hash, tenant_hash, bytes)
      values (at, (field ->> 2)::integer, (field ->> 7)::timestamptz, sealed[i]::timestamptz, coalesce(seal.tenant_number, 0) + 1,
              (field ->> 3)::uuid, (field ->> 9)::uuid, decisions[i], field ->> 0, field ->> 1, field ->> 4, hash, tenant_hash, bytes[i]);
  end loop;
  return at;
end $$;

create or replace function store.accept_log_ahead_of_clock() returns timestamptz
language plpgsql set search_path = pg_catalog, store, pg_temp as $$
declare last_at timestamptz;
begin
  perform store.take_lock();
  last_at := greatest(
    (select e.recorded_at from store.es_event e order by e.position desc limit 1),
    (select m.not_before from store.closing_mark m where m.log = 'postgresql' order by m.log desc, m.id desc limit 1));
  insert into store.clock_acceptance (accepted_at) select last_at where last_at is not null on conflict do nothing;
  return last_at;
end $$;

revoke execute on function store.log_lock, store.log_is_closed, store.copied_up_to, store.mark_log, store.close_log, store.open_log,
  store.copy_in from public;
grant execute on function store.copied_up_to to trajectlijn_writer, trajectlijn_copier;
grant execute on function store.log_is_closed, store.log_lock to trajectlijn_writer, trajectlijn_flusher, trajectlijn_copier;
grant execute on function store.close_log, store.open_log, store.copy_in, store.simulated_now, store.move_simulated_clock
  to trajectlijn_copier;
grant usage on schema store to trajectlijn_copier;
grant select on store.es_event, store.identity, store.closing_mark to trajectlijn_copier;
grant select, insert, update on store.key_claim to trajectlijn_copier;
create policy every_tenant_to_copy on store.es_event for select to trajectlijn_copier using (true);
`,
};
