import type { Migration } from '../../../application/ports/migrations.js';

/**
 * The seals of the log on KurrentDB, a copy that serves reads: everything in it stands in the streams of seals, and is filled in again
 * from there when it is gone. Rows come in the order of the log, so up to the last of them every event is sealed.
 */
export const seals: Migration = {
  adapter: 'event-store-kurrentdb',
  number: 1,
  name: 'seals',
  sql: `
create schema kurrentdb;

create table kurrentdb.seal (
  position text collate "C" not null,
  tenant text collate "C" not null,
  n bigint not null,
  stream text collate "C" not null,
  version integer not null,
  event_id uuid not null,
  tenant_hash bytea not null,
  sealed_at text collate "C" not null,
  constraint seal_by_position primary key (position),
  constraint seal_by_stream unique (stream, version),
  constraint seal_by_tenant unique (tenant, n)
);
comment on column kurrentdb.seal.position is 'of the event';
comment on column kurrentdb.seal.tenant_hash is 'link 2: sha256(tenant_hash of the tenant''s previous event || hash)';

create table kurrentdb.sealer (
  one boolean primary key default true check (one),
  holder uuid,
  held_until timestamptz not null default '-infinity'
);
insert into kurrentdb.sealer default values;
comment on table kurrentdb.sealer is 'who seals; two at once write the same, so this spares work and guards nothing';

-- Adds rows that follow one another in the log, the first of them right after the place \`after\`. False when the table does not reach
-- so far, as it was emptied: then nothing is added, and whoever fills it begins again.
create function kurrentdb.add_seals(
  after text, positions text[], tenants text[], ns bigint[], streams text[], versions integer[], event_ids uuid[], tenant_hashes text[], times text[])
returns boolean language plpgsql security definer set search_path = pg_catalog, kurrentdb, pg_temp as $$
begin
  if after is not null and (select max(s.position) from kurrentdb.seal s) >= after is not true then return false; end if;
  insert into kurrentdb.seal (position, tenant, n, stream, version, event_id, tenant_hash, sealed_at)
    select p, t, n, s, v, e, decode(h, 'hex'), a
    from unnest(positions, tenants, ns, streams, versions, event_ids, tenant_hashes, times) u (p, t, n, s, v, e, h, a)
    on conflict do nothing;
  return true;
end $$;

-- The seals of a tenant's events, as far as they are there.
create function kurrentdb.seals_of(of_tenant text, streams text[], versions integer[])
returns table (place integer, tenant_hash text, sealed_at text)
language sql stable security definer set search_path = pg_catalog, kurrentdb, pg_temp as $$
  select w.place::integer, encode(s.tenant_hash, 'hex'), s.sealed_at
  from unnest(streams, versions) with ordinality w (stream, version, place)
  join kurrentdb.seal s on s.stream = w.stream and s.version = w.version
  where s.tenant = of_tenant
$$;

-- Takes or keeps the place of the sealer for so long; false while another has it.
create function kurrentdb.hold_sealer(by_holder uuid, lease interval) returns boolean
language sql security definer set search_path = pg_catalog, kurrentdb, pg_temp as $$
  update kurrentdb.sealer s set holder = by_holder, held_until = clock_timestamp() + lease
    where s.holder = by_holder or s.held_until < clock_timestamp() returning true
$$;

revoke execute on function kurrentdb.add_seals, kurrentdb.seals_of, kurrentdb.hold_sealer from public;
grant usage on schema kurrentdb to trajectlijn_writer, trajectlijn_reader;
grant select on kurrentdb.seal to trajectlijn_writer;
grant execute on function kurrentdb.add_seals, kurrentdb.hold_sealer to trajectlijn_writer;
grant execute on function kurrentdb.seals_of to trajectlijn_reader, trajectlijn_writer;
`,
};
