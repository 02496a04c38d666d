import type { Migration } from '../../../application/ports/migrations.js';

/**
 * Key claims beside a log that PostgreSQL cannot look into. Whoever appends locks the rows of its decision from before it sends until it
 * knows the outcome, and notes there that they are kept; what was neither noted nor is locked is in doubt until somebody has looked into the log
 * with the rows locked. A claim is kept where the log has the event that it was made for, which names the decision.
 */
export const keyClaims: Migration = {
  adapter: 'event-store-kurrentdb',
  number: 2,
  name: 'key-claims',
  sql: `
create table store.key_claim_kept (
  tenant text collate "C" not null,
  decision uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint key_claim_kept_of_decision primary key (tenant, decision)
);
comment on table store.key_claim_kept is 'the log on KurrentDB has the event of this decision';

-- Locks what a decision claimed until the transaction ends, in one order for all; answers how many keys.
create function store.hold_key_claims(tenant text, decision uuid) returns bigint
language sql security definer set search_path = pg_catalog, store, pg_temp as $$
  select count(*) from (select from store.key_claim c
    where c.tenant = hold_key_claims.tenant and c.decision = hold_key_claims.decision order by c.kind, c.key for update) held
$$;

-- The same without waiting; 0 while somebody else holds one of them.
create function store.hold_idle_key_claims(tenant text, decision uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
begin
  return (select count(*) from (select from store.key_claim c
    where c.tenant = hold_idle_key_claims.tenant and c.decision = hold_idle_key_claims.decision
    order by c.kind, c.key for update nowait) held);
exception when lock_not_available then
  return 0;
end $$;

create function store.keep_key_claims(tenant text, decision uuid) returns void
language sql security definer set search_path = pg_catalog, store, pg_temp as $$
  insert into store.key_claim_kept (tenant, decision) values (tenant, decision) on conflict do nothing
$$;

create function store.drop_key_claims(tenant text, decision uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_column
declare removed integer;
begin
  delete from store.key_claim c where c.tenant = drop_key_claims.tenant and c.decision = drop_key_claims.decision
    and not exists (select from store.key_claim_kept k where k.tenant = c.tenant and k.decision = c.decision);
  get diagnostics removed = row_count;
  return removed;
end $$;

-- Decisions whose claims are not kept, with the place at which their event would stand; null: whatever age, tenant, decision or stream.
create function store.key_claims_in_doubt(older_than interval, of_tenant text, of_decision uuid, of_stream text, before integer)
returns table (tenant text, decision uuid, stream text, expected_version integer)
language sql stable security definer set search_path = pg_catalog, store, pg_temp as $$
  select c.tenant, c.decision, c.stream, c.expected_version from store.key_claim c
  where (older_than is null or c.at < clock_timestamp() - older_than)
    and (of_tenant is null or c.tenant = of_tenant) and (of_decision is null or c.decision = of_decision)
    and (of_stream is null or (c.stream = of_stream and c.expected_version < before))
    and not exists (select from store.key_claim_kept k where k.tenant = c.tenant and k.decision = c.decision)
  group by c.tenant, c.decision, c.stream, c.expected_version order by min(c.at) limit 1000
$$;

create function store.give_up_kept_key_claims(tenant text, kind text, stream text, before integer) returns integer
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_column
declare removed integer;
begin
  delete from store.key_claim c
    where c.tenant = give_up_kept_key_claims.tenant and c.kind = give_up_kept_key_claims.kind
      and c.stream = give_up_kept_key_claims.stream and c.expected_version < give_up_kept_key_claims.before
      and exists (select from store.key_claim_kept k where k.tenant = c.tenant and k.decision = c.decision);
  get diagnostics removed = row_count;
  return removed;
end $$;

revoke execute on function store.hold_key_claims, store.hold_idle_key_claims, store.keep_key_claims, store.drop_key_claims,
  store.key_claims_in_doubt, store.give_up_kept_key_claims from public;
grant execute on function store.hold_key_claims, store.keep_key_claims to trajectlijn_writer;
grant execute on function store.hold_key_claims, store.hold_idle_key_claims, store.keep_key_claims, store.drop_key_claims,
  store.key_claims_in_doubt, store.give_up_kept_key_claims to trajectlijn_flusher;
`,
};
