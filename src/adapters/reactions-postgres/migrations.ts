import type { Migration } from '../../application/ports/migrations.js';

/**
 * What reactions remember, in the schema `read`: it is no part of the log. A reaction has its row from when it was begun on, at the
 * log's end of that time; commands and what is aside are the tenant's, and a reader sees no other's.
 */
const REACTIONS = `
create table read.reaction (
  name text primary key,
  position text collate "C",
  epoch bigint not null default 0,
  holder uuid,
  held_until timestamptz not null default '-infinity'
);

create table read.reaction_command (
  tenant text not null,
  reaction text not null references read.reaction,
  event_id uuid not null,
  n integer not null,
  stream_id text not null,
  position text collate "C" not null,
  asked jsonb not null,
  answers integer,
  settled jsonb,
  since timestamptz not null default clock_timestamp(),
  primary key (reaction, event_id, n)
);
create index reaction_command_unsettled on read.reaction_command (reaction, position, n) where settled is null;
create index reaction_command_parked on read.reaction_command (since, reaction, event_id, n) where settled ->> 'kind' = 'parked';

create table read.reaction_aside (
  tenant text not null,
  reaction text not null references read.reaction,
  event_id uuid not null,
  stream_id text not null,
  position text collate "C" not null,
  why text not null check (why in ('look', 'fault', 'behind')),
  because text not null,
  again boolean not null default false,
  tried integer not null default 0,
  since timestamptz not null default clock_timestamp(),
  primary key (reaction, event_id)
);
create index reaction_aside_by_stream on read.reaction_aside (reaction, tenant, stream_id, position);

alter table read.reaction_command enable row level security;
alter table read.reaction_aside enable row level security;
create policy all_rows on read.reaction_command to trajectlijn_writer using (true) with check (true);
create policy all_rows on read.reaction_aside to trajectlijn_writer using (true) with check (true);
create policy own_tenant on read.reaction_command for select to trajectlijn_reader
  using (tenant = current_setting('app.tenant', true));
create policy own_tenant on read.reaction_aside for select to trajectlijn_reader
  using (tenant = current_setting('app.tenant', true));

grant select, update on read.reaction to trajectlijn_writer;
grant select, insert, update, delete on read.reaction_command, read.reaction_aside to trajectlijn_writer;
grant select on read.reaction_command, read.reaction_aside to trajectlijn_reader;
`;

/** What reactions remember goes along when a store is moved, so that nothing is said or done twice. */
const CARRIED = `
create policy all_rows_to_carry on read.reaction_command to trajectlijn_copier using (true) with check (true);
create policy all_rows_to_carry on read.reaction_aside to trajectlijn_copier using (true) with check (true);
grant select, insert, update, delete on read.reaction to trajectlijn_copier;
grant select, insert, update on read.reaction_command, read.reaction_aside to trajectlijn_copier;
`;

/** The reactions' own schema changes, in order; the schema itself is that of the read models. */
export const migrations: readonly Migration[] = [
  { adapter: 'reactions', number: 1, name: 'reactions', sql: REACTIONS },
  { adapter: 'reactions', number: 2, name: 'carried', sql: CARRIED },
];
