import type { Migration } from '../../../application/ports/migrations.js';

/** Giving up what a correction took away: the claims of a stream's earlier events, once the correction has claimed anew what counts. */
export const giveUpKeyClaims: Migration = {
  adapter: 'event-store-postgres',
  number: 6,
  name: 'give-up-key-claims',
  sql: `
-- Claims whose event is not stored are left to who made them, and to the sweeper.
create function store.give_up_key_claims(tenant text, kind text, stream text, before integer) returns integer
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_column
declare removed integer;
begin
  perform store.take_lock();
  delete from store.key_claim c
    where c.tenant = give_up_key_claims.tenant and c.kind = give_up_key_claims.kind and c.stream = give_up_key_claims.stream
      and c.expected_version < give_up_key_claims.before
      and exists (select from store.es_event e
                  where e.stream = c.stream and e.version = c.expected_version + 1 and e.decision = c.decision);
  get diagnostics removed = row_count;
  return removed;
end $$;

revoke execute on function store.give_up_key_claims from public;
grant execute on function store.give_up_key_claims to trajectlijn_flusher;
`,
};
