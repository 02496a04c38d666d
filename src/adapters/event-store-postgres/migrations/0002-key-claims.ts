import type { Migration } from '../../../application/ports/migrations.js';

/** Of a claim `c`; written so that no plan can turn it into a scan of the log. */
const HAS_NO_EVENT = `(select true from store.es_event e
      where e.stream = c.stream and e.version = c.expected_version + 1 and e.decision = c.decision limit 1) is not true`;

/**
 * Claims on keys that may have one holder in a tenant. They lie in this schema because the append function counts them under the
 * store's lock, and because they may be deleted only under it: without it a claim was deleted under a stored event.
 * A claim's event is the one at (stream, expected_version + 1) whose decision is the claim's.
 */
export const keyClaims: Migration = {
  adapter: 'event-store-postgres',
  number: 2,
  name: 'key-claims',
  sql: `
create table store.key_claim (
  tenant text collate "C" not null,
  kind text collate "C" not null,
  key bytea not null,
  holder text collate "C" not null,
  decision uuid not null,
  stream text collate "C" not null,
  expected_version integer not null,
  at timestamptz not null default clock_timestamp(),
  constraint key_claim_of_decision primary key (tenant, decision, kind, key),
  constraint key_claim_has_one_holder exclude using gist (tenant with =, kind with =, key with =, holder with <>)
);

create function store.release_key_claims(tenant text, decision uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_column
declare removed integer;
begin
  perform store.take_lock();
  delete from store.key_claim c
    where c.tenant = release_key_claims.tenant and c.decision = release_key_claims.decision and ${HAS_NO_EVENT};
  get diagnostics removed = row_count;
  return removed;
end $$;

-- Candidates are looked for before the lock is taken, as most claims are old and stay; under it each is looked at again.
create function store.sweep_key_claims(older_than interval) returns integer
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
declare
  made_before constant timestamptz := clock_timestamp() - older_than;
  candidates store.key_claim[];
  removed integer;
begin
  candidates := array(select c from store.key_claim c where c.at < made_before and ${HAS_NO_EVENT} order by c.at limit 1000);
  if cardinality(candidates) = 0 then return 0; end if;
  perform store.take_lock();
  delete from store.key_claim c using unnest(candidates) s
    where (c.tenant, c.decision, c.kind, c.key) = (s.tenant, s.decision, s.kind, s.key)
      and c.at = s.at and ${HAS_NO_EVENT};
  get diagnostics removed = row_count;
  return removed;
end $$;

grant select, insert on store.key_claim to trajectlijn_writer;
revoke execute on function store.release_key_claims, store.sweep_key_claims from public;
grant execute on function store.release_key_claims, store.sweep_key_claims to trajectlijn_flusher;
`,
};
