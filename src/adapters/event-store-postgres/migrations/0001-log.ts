import type { Migration } from '../../../application/ports/migrations.js';

/**
 * The log and what its append function reads: insert-only, all of it, also for the superuser.
 * `es_event.bytes` is the event; the other columns serve search and order, and are compared with the bytes by `store:verify`.
 */
export const log: Migration = {
  adapter: 'event-store-postgres',
  number: 1,
  name: 'log',
  sql: `
create extension if not exists btree_gist with schema store;

create table store.es_event (
  position bigint not null,
  version integer not null,
  recorded_at timestamptz not null,
  sealed_at timestamptz not null,
  tenant_number bigint not null,
  event_id uuid not null,
  command_id uuid not null,
  decision uuid,
  tenant text collate "C" not null,
  stream text collate "C" not null,
  type text collate "C" not null,
  hash bytea not null,
  tenant_hash bytea not null,
  bytes bytea not null,
  constraint es_event_by_position primary key (position),
  constraint es_event_by_stream unique (stream, version),
  constraint es_event_by_tenant unique (tenant, position)
);
comment on column store.es_event.hash is 'link 1: sha256(bytes || hash of the stream''s previous event)';
comment on column store.es_event.tenant_hash is 'link 2: sha256(tenant_hash of the tenant''s previous event || hash)';
comment on column store.es_event.tenant_number is 'counts the tenant''s events from 1';

create table store.simulated_clock (
  at timestamptz primary key
);
comment on table store.simulated_clock is 'of a simulated store only; the latest row is the time';

create table store.clock_acceptance (
  accepted_at timestamptz primary key,
  at timestamptz not null default clock_timestamp()
);
comment on table store.clock_acceptance is 'an operator accepts that the log is ahead of the clock, up to this instant';

create table store.closing_mark (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp()
);
comment on table store.closing_mark is 'a row here ends all appending: the store is being copied';

-- The one lock of the log, kept until the commit: whoever appends, looks an append up or deletes claims takes it first, and reads
-- in a later statement, which under read committed sees all that was committed before. Under any other isolation it would not.
create function store.take_lock() returns void language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the store works under read committed only' using errcode = '55000';
  end if;
  perform pg_advisory_xact_lock(7310310260711);
end $$;

create function store.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, store, pg_temp as $$
begin
  raise exception '% of % is refused: history is never rewritten', tg_op, tg_table_name using errcode = '42501';
end $$;

do $$
declare kept text;
begin
  foreach kept in array array['es_event', 'identity', 'simulated_clock', 'clock_acceptance', 'closing_mark'] loop
    execute format('create trigger %I before update or delete or truncate on store.%I
                    for each statement execute function store.refuse_change()', kept || '_is_kept', kept);
    execute format('alter table store.%I enable always trigger %I', kept, kept || '_is_kept');
  end loop;
end $$;

revoke execute on function store.take_lock, store.refuse_change from public;
grant usage on schema store to trajectlijn_flusher, trajectlijn_writer, trajectlijn_reader;
grant select on store.es_event, store.identity, store.simulated_clock, store.closing_mark to trajectlijn_reader;
grant select on store.identity to trajectlijn_writer;
`,
};
