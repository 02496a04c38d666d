import type { Migration } from '../../../application/ports/migrations.js';

/**
 * The reader, with which every question is asked, sees the log of one tenant at a time: the one that its connection
 * names, and without a name nothing. What reads the log of all tenants (projections, reactions, `store:verify`) is the writer, who writes no event.
 */
export const tenantsApart: Migration = {
  adapter: 'event-store-postgres',
  number: 7,
  name: 'tenants-apart',
  sql: `
alter table store.es_event enable row level security;
create policy one_tenant on store.es_event for select to trajectlijn_reader using (tenant = current_setting('app.tenant', true));
create policy every_tenant on store.es_event for select to trajectlijn_writer using (true);
grant select on store.es_event to trajectlijn_writer;
`,
};
