import type { Migration } from '../../../application/ports/migrations.js';

/**
 * Who still reads a log that was moved does not find there what the claims of today were made for: it takes none of them away.
 * Source: R-612.
 */
export const sweepsOfOneLog: Migration = {
  adapter: 'event-store-kurrentdb',
  number: 4,
  name: 'sweeps-of-one-log',
  sql: `
alter function store.sweep_key_claims rename to sweep_key_claims_here;
create function store.sweep_key_claims(older_than interval) returns integer
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
begin
  if coalesce(store.current_log_home(), 'postgresql') <> 'postgresql' then return 0; end if;
  return store.sweep_key_claims_here(older_than);
end $$;

create or replace function store.drop_key_claims(tenant text, decision uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_column
declare removed integer;
begin
  if (select h.log from store.log_home h order by h.id desc limit 1) = 'postgresql' then return 0; end if;
  delete from store.key_claim c where c.tenant = drop_key_claims.tenant and c.decision = drop_key_claims.decision
    and not exists (select from store.key_claim_kept k where k.tenant = c.tenant and k.decision = c.decision);
  get diagnostics removed = row_count;
  return removed;
end $$;

revoke execute on function store.sweep_key_claims_here from public, trajectlijn_flusher;
revoke execute on function store.sweep_key_claims from public;
grant execute on function store.sweep_key_claims to trajectlijn_flusher;
`,
};
