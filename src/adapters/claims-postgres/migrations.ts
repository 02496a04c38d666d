import type { Migration } from '../../application/ports/migrations.js';

/**
 * Which command came under which key, and the keys of keyed hashes, wrapped by the master key: a hash is as good as what it hides
 * to who holds its key. Only the writer reaches them.
 */
const commandClaims: Migration = {
  adapter: 'claims-postgres',
  number: 1,
  name: 'command-claims',
  sql: `
create schema if not exists vault;

create table vault.hash_key (
  key_id bigint generated always as identity,
  purpose text collate "C" not null,
  period text collate "C" not null,
  master text collate "C" not null,
  wrapped bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  constraint hash_key_pkey primary key (key_id),
  constraint hash_key_of_period unique (purpose, period)
);
comment on column vault.hash_key.period is 'the month in which it is used (YYYY-MM, Europe/Amsterdam), or always';
comment on column vault.hash_key.master is 'which master key wrapped it';

create table vault.command_claim (
  tenant text collate "C" not null,
  command_id uuid not null,
  key_id bigint not null,
  mac bytea not null,
  stream text collate "C" not null,
  at timestamptz not null default clock_timestamp(),
  constraint command_claim_pkey primary key (tenant, command_id),
  constraint command_claim_has_its_key foreign key (key_id) references vault.hash_key
);
comment on column vault.command_claim.mac is 'HMAC-SHA-256 under that key of who asked what';
create index command_claim_by_age on vault.command_claim (at);
create index command_claim_by_key on vault.command_claim (key_id);

create table vault.command_claim_count (
  tenant text collate "C" not null,
  client text collate "C" not null,
  day date not null,
  shard smallint not null,
  claims integer not null,
  constraint command_claim_count_pkey primary key (tenant, client, day, shard)
);
comment on table vault.command_claim_count is 'new claims of a client on a day (Europe/Amsterdam); in shards, so that they need not wait for each other';

grant usage on schema vault to trajectlijn_writer;
grant select, insert, update (master, wrapped), delete on vault.hash_key to trajectlijn_writer;
grant select, insert, delete on vault.command_claim to trajectlijn_writer;
grant select, insert, update (claims), delete on vault.command_claim_count to trajectlijn_writer;
`,
};

/** Claims go along when a store is moved, so that a command that is sent again there is known. */
const carried: Migration = {
  adapter: 'claims-postgres',
  number: 2,
  name: 'carried',
  sql: `
grant usage on schema vault to trajectlijn_copier;
grant select, insert, update on vault.hash_key, vault.command_claim, vault.command_claim_count to trajectlijn_copier;
grant select, update on sequence vault.hash_key_key_id_seq to trajectlijn_copier;
`,
};

/** The schema of command claims; that of key claims belongs to the log, whose append function counts them. */
export const migrations: readonly Migration[] = [commandClaims, carried];
