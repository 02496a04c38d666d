import type { Migration } from '../../application/ports/migrations.js';

/**
 * The vault. The writer seals and destroys, but can change neither a part nor the key under one; the reader sees no table at all:
 * it may only ask for parts that it can name by event and digest, each with the one wrapped key that opens it.
 */
const vault: Migration = {
  adapter: 'person-vault',
  number: 1,
  name: 'vault',
  sql: `
create schema vault;

create table vault.subject_key (
  tenant text collate "C" not null,
  subject text collate "C" not null,
  master text collate "C",
  wrapped bytea,
  made_at timestamptz not null default clock_timestamp(),
  destroyed_at timestamptz,
  constraint subject_key_pkey primary key (tenant, subject),
  constraint subject_key_is_whole_or_destroyed
    check (num_nulls(master, wrapped) = case when destroyed_at is null then 0 else 2 end)
);
comment on column vault.subject_key.master is 'which master key wrapped it';
comment on column vault.subject_key.destroyed_at is 'the row stays, so that nothing is ever sealed about the subject again';

create table vault.sealed_part (
  tenant text collate "C" not null,
  event_id uuid not null,
  digest bytea not null,
  stream text collate "C" not null,
  subject text collate "C" not null,
  nonce bytea not null,
  ciphertext bytea not null,
  at timestamptz not null default clock_timestamp(),
  named boolean not null default false,
  constraint sealed_part_pkey primary key (tenant, event_id, digest),
  constraint sealed_part_has_a_key foreign key (tenant, subject) references vault.subject_key
);
comment on column vault.sealed_part.digest is 'sha256(nonce || ciphertext), which the event carries';
comment on column vault.sealed_part.named is 'the sweeper saw the event that names it, and need not look again';
alter table vault.sealed_part alter column ciphertext set storage external;
create index sealed_part_by_subject on vault.sealed_part (tenant, subject);
create index sealed_part_not_named_yet on vault.sealed_part (at) where not named;

create function vault.open_parts(of_tenant text, of_events uuid[], of_digests text[])
returns table (event_id uuid, digest text, nonce bytea, ciphertext bytea, subject text, master text, wrapped bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.event_id, asked.digest, p.nonce, p.ciphertext, k.subject, k.master, k.wrapped
  from unnest(of_events, of_digests) asked (event_id, digest)
  join vault.sealed_part p on p.tenant = of_tenant and p.event_id = asked.event_id and p.digest = decode(asked.digest, 'hex')
  join vault.subject_key k on k.tenant = p.tenant and k.subject = p.subject
  where k.wrapped is not null
$$;

grant usage on schema vault to trajectlijn_writer, trajectlijn_reader;
grant select, insert, update (master, wrapped, destroyed_at) on vault.subject_key to trajectlijn_writer;
grant select, insert, update (named), delete on vault.sealed_part to trajectlijn_writer;
revoke execute on function vault.open_parts from public;
grant execute on function vault.open_parts to trajectlijn_writer, trajectlijn_reader;
`,
};

/** A part that is not there counts as destroyed only when the key of its subject was; asked about for its event, it is told as lost. */
const lostParts: Migration = {
  adapter: 'person-vault',
  number: 2,
  name: 'lost-parts',
  sql: `
drop function vault.open_parts;
create function vault.open_parts(of_tenant text, of_events uuid[], of_digests text[], of_subjects text[])
returns table (event_id uuid, digest text, nonce bytea, ciphertext bytea, subject text, master text, wrapped bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select asked.event_id, asked.digest, p.nonce, p.ciphertext, p.subject,
    case when p.nonce is not null then k.master end, case when p.nonce is not null then k.wrapped end
  from unnest(of_events, of_digests, of_subjects) asked (event_id, digest, subject)
  left join vault.sealed_part p on p.tenant = of_tenant and p.event_id = asked.event_id and p.digest = decode(asked.digest, 'hex')
  left join vault.subject_key k on k.tenant = of_tenant and k.subject = coalesce(p.subject, asked.subject)
  where k.destroyed_at is null
$$;
comment on function vault.open_parts is 'each part that was asked for and was not destroyed; without nonce when it is lost';
revoke execute on function vault.open_parts from public;
grant execute on function vault.open_parts to trajectlijn_writer, trajectlijn_reader;
`,
};

/**
 * By whom somebody is found without opening anything: a keyed hash of surname and birth date beside the part that holds them. It goes
 * with the part, whether that is swept or destroyed; a hash without its key tells nothing, and its key lies in no table in the clear.
 */
const nameKeys: Migration = {
  adapter: 'person-vault',
  number: 3,
  name: 'name-keys',
  sql: `
create table vault.name_key (
  tenant text collate "C" not null,
  event_id uuid not null,
  digest bytea not null,
  key bytea not null,
  constraint name_key_pkey primary key (tenant, event_id, digest),
  constraint name_key_goes_with_its_part foreign key (tenant, event_id, digest) references vault.sealed_part on delete cascade
);
comment on column vault.name_key.key is 'HMAC-SHA-256 of tenant, normalised surname and birth date';
create index name_key_by_key on vault.name_key (tenant, key);

create function vault.find_named(of_tenant text, of_key bytea)
returns table (stream text, event_id uuid, digest text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.stream, p.event_id, encode(p.digest, 'hex')
  from vault.name_key n
  join vault.sealed_part p on p.tenant = n.tenant and p.event_id = n.event_id and p.digest = n.digest
  where n.tenant = of_tenant and n.key = of_key
  order by p.stream, p.event_id
$$;

grant insert on vault.name_key to trajectlijn_writer;
revoke execute on function vault.find_named from public;
grant execute on function vault.find_named to trajectlijn_reader;
`,
};

/** How far erasures of the log were carried out. */
const destroyed: Migration = {
  adapter: 'person-vault',
  number: 4,
  name: 'destroyed-up-to',
  sql: `
create table vault.destroyed_up_to (
  one boolean primary key default true check (one),
  position text collate "C" not null
);
grant select, insert, update (position) on vault.destroyed_up_to to trajectlijn_writer;
`,
};

/** What is sealed goes along when a store is moved, as it lies there; how far erasures came does not, so that they are carried out again. */
const carried: Migration = {
  adapter: 'person-vault',
  number: 5,
  name: 'carried',
  sql: `
grant usage on schema vault to trajectlijn_copier;
grant select, insert, update on vault.subject_key, vault.sealed_part, vault.name_key to trajectlijn_copier;
grant select, delete on vault.destroyed_up_to to trajectlijn_copier;
`,
};

/** The vault's schema, in the order in which it came to be. */
export const migrations: readonly Migration[] = [vault, lostParts, nameKeys, destroyed, carried];
