import type { Migration } from '../../application/ports/migrations.js';
import { reservations } from './migrations/0009-reservations.js';
import { madeAnew } from './migrations/0010-made-anew.js';
import { whoWorks } from './migrations/0011-who-works.js';

/**
 * The schema `read`. Days and instants are text in their one form, ordered by bytes: what came in comes out, to the microsecond.
 * Questions are asked as reader, to whom a row of another tenant than `app.tenant` is not there.
 */
const ROWS = `
create schema read;

create table read.projection (
  name text primary key,
  version integer not null,
  position text collate "C",
  epoch bigint not null default 0,
  holder uuid,
  held_until timestamptz not null default '-infinity'
);

create table read.parked_stream (
  projection text not null,
  tenant text not null,
  stream_id text not null,
  event_id uuid not null,
  fault text not null,
  since timestamptz not null default clock_timestamp(),
  primary key (projection, tenant, stream_id)
);

create table read.timeline (
  tenant text not null,
  stream_id text not null,
  event_id uuid not null,
  version integer not null,
  occurred_on text collate "C" not null,
  recorded_at text collate "C" not null,
  sealed_at text collate "C",
  type text not null,
  data jsonb not null,
  corrected_by uuid,
  actor jsonb not null,
  words jsonb,
  primary key (tenant, stream_id, event_id)
);
create index timeline_in_order on read.timeline (tenant, stream_id, (case when version = 1 then '' else occurred_on end) collate "C", version);

create table read.follow_up (
  tenant text not null,
  stream_id text not null,
  follow_up_id uuid not null,
  rule_id text not null,
  cause uuid not null,
  side text not null,
  due_on text collate "C" not null,
  due_at text collate "C" not null,
  version integer not null,
  status text not null,
  step integer,
  step_at text collate "C",
  primary key (tenant, stream_id, follow_up_id)
);
create index follow_up_next_step on read.follow_up (step_at, follow_up_id, step) where step_at is not null;
create index follow_up_by_due on read.follow_up (tenant, due_at, follow_up_id);

alter table read.timeline enable row level security;
alter table read.follow_up enable row level security;
alter table read.parked_stream enable row level security;
create policy all_rows on read.timeline to trajectlijn_writer using (true) with check (true);
create policy all_rows on read.follow_up to trajectlijn_writer using (true) with check (true);
create policy all_rows on read.parked_stream to trajectlijn_writer using (true) with check (true);
create policy own_tenant on read.timeline for select to trajectlijn_reader using (tenant = current_setting('app.tenant', true));
create policy own_tenant on read.follow_up for select to trajectlijn_reader using (tenant = current_setting('app.tenant', true));
create policy own_tenant on read.parked_stream for select to trajectlijn_reader using (tenant = current_setting('app.tenant', true));

grant usage on schema read to trajectlijn_writer, trajectlijn_reader;
grant select, insert, update, delete on read.projection, read.parked_stream, read.timeline, read.follow_up to trajectlijn_writer;
grant select on read.parked_stream, read.timeline, read.follow_up to trajectlijn_reader;
`;

/** What reactions look up in, as the writer only: no question asks it. */
const LOOKED_UP = `
create table read.round (
  tenant text not null,
  stream_id text not null,
  trajectory_id uuid not null,
  candidate_id uuid not null,
  programme_id uuid not null,
  round integer not null,
  previous_trajectory_id uuid,
  offer text,
  answered_on text collate "C",
  started_on text collate "C",
  closed_on text collate "C",
  matches jsonb not null,
  primary key (tenant, stream_id, trajectory_id)
);
create index round_by_candidate on read.round (tenant, candidate_id);

create table read.meeting_interests (
  tenant text not null,
  stream_id text not null,
  meeting_id uuid not null,
  programme_id uuid not null,
  held_on text collate "C" not null,
  interests jsonb not null,
  primary key (tenant, stream_id, meeting_id)
);
create index meeting_interests_by_programme on read.meeting_interests (tenant, programme_id);

alter table read.round enable row level security;
alter table read.meeting_interests enable row level security;
create policy all_rows on read.round to trajectlijn_writer using (true) with check (true);
create policy all_rows on read.meeting_interests to trajectlijn_writer using (true) with check (true);
grant select, insert, update, delete on read.round, read.meeting_interests to trajectlijn_writer;
`;

/** The list of trajectories. */
const TRAJECTORIES = `
create table read.trajectory (
  tenant text not null,
  stream_id text not null,
  trajectory_id uuid not null,
  candidate_id uuid not null,
  programme_id uuid not null,
  programme_version integer not null,
  round integer not null,
  status text not null,
  begun_on text collate "C" not null,
  started_on text collate "C",
  closed_on text collate "C",
  result text,
  goal text,
  caseworker text,
  placements jsonb not null,
  primary key (tenant, stream_id, trajectory_id)
);
create index trajectory_by_begin on read.trajectory (tenant, begun_on, trajectory_id);
create index trajectory_by_candidate on read.trajectory (tenant, candidate_id);
create index trajectory_by_caseworker on read.trajectory (tenant, caseworker, begun_on, trajectory_id);

alter table read.trajectory enable row level security;
create policy all_rows on read.trajectory to trajectlijn_writer using (true) with check (true);
create policy own_tenant on read.trajectory for select to trajectlijn_reader using (tenant = current_setting('app.tenant', true));
grant select, insert, update, delete on read.trajectory to trajectlijn_writer;
grant select on read.trajectory to trajectlijn_reader;
`;

/** Trajectories with what reactions look up in them, which had a table and a fold of its own; they are folded again from the log. */
const ONE_TRAJECTORY = `
drop table read.round;
truncate read.trajectory;
alter table read.trajectory
  add column previous_trajectory_id uuid,
  add column offer text,
  add column answered_on text collate "C",
  add column matches jsonb not null;
delete from read.projection where name in ('rounds', 'trajectories');
delete from read.parked_stream where projection in ('rounds', 'trajectories');
`;

/** Facts on both clocks. */
const FACTS = `
create table read.fact (
  tenant text not null,
  stream_id text not null,
  n integer not null,
  fact text not null,
  code text,
  event_id uuid not null,
  about_id uuid,
  candidate_id uuid not null,
  programme_id uuid,
  programme_version integer,
  round integer,
  employer_id uuid,
  valid_from text collate "C" not null,
  valid_to text collate "C",
  known_from text collate "C" not null,
  known_to text collate "C",
  primary key (tenant, stream_id, n)
);
create index fact_in_programme on read.fact (tenant, programme_id, fact, valid_from);
create index fact_by_candidate on read.fact (tenant, candidate_id, fact);

alter table read.fact enable row level security;
create policy all_rows on read.fact to trajectlijn_writer using (true) with check (true);
create policy own_tenant on read.fact for select to trajectlijn_reader using (tenant = current_setting('app.tenant', true));
grant select, insert, update, delete on read.fact to trajectlijn_writer;
grant select on read.fact to trajectlijn_reader;
`;

/** By whom those are found who were merged into somebody. */
const MERGES = `
create index timeline_merged_into on read.timeline (tenant, (data->>'survivorId')) where type = 'CandidateMergedInto';
`;

/** What stands open, by due instant: most follow-ups are done, and a list of the open ones would wade through all of them. */
const OPEN_FOLLOW_UPS = `
create index follow_up_open on read.follow_up (tenant, due_at, follow_up_id) where status in ('planned', 'due');
`;

/**
 * Rows of several builds beside each other, of which readers see the live one. What was there is the first build.
 * The build comes last in each key, so that a stream is found by the same index.
 */
const BUILDS = `
alter table read.projection add column build integer not null default 1, add column live boolean not null default true;
alter table read.projection alter column build drop default, alter column live drop default;
alter table read.projection drop constraint projection_pkey, add primary key (name, build);
create unique index projection_live on read.projection (name) where live;
grant select (name, version, build, live) on read.projection to trajectlijn_reader;

alter table read.parked_stream add column build integer not null default 1;
alter table read.parked_stream alter column build drop default;
alter table read.parked_stream drop constraint parked_stream_pkey, add primary key (projection, build, tenant, stream_id);
create policy live_build on read.parked_stream as restrictive for select to trajectlijn_reader using (
  build = (select live.build from read.projection live where live.name = projection and live.live));
${[
  ['timeline', 'timeline', 'event_id'],
  ['follow_up', 'follow-ups', 'follow_up_id'],
  ['trajectory', 'trajectories', 'trajectory_id'],
  ['meeting_interests', 'meeting-interests', 'meeting_id'],
  ['fact', 'facts', 'n'],
]
  .map(
    ([table, projection, own]) => `
alter table read.${table} add column build integer not null default 1;
alter table read.${table} alter column build drop default;
alter table read.${table} drop constraint ${table}_pkey, add primary key (tenant, stream_id, ${own}, build);
create policy live_build on read.${table} as restrictive for select to trajectlijn_reader using (
  build = (select live.build from read.projection live where live.name = '${projection}' and live.live));
`,
  )
  .join('')}`;

/** The read models' own schema changes, in order. */
export const migrations: readonly Migration[] = [
  { adapter: 'read-models', number: 1, name: 'rows', sql: ROWS },
  { adapter: 'read-models', number: 2, name: 'looked-up', sql: LOOKED_UP },
  { adapter: 'read-models', number: 3, name: 'trajectories', sql: TRAJECTORIES },
  { adapter: 'read-models', number: 4, name: 'one-trajectory', sql: ONE_TRAJECTORY },
  { adapter: 'read-models', number: 5, name: 'facts', sql: FACTS },
  { adapter: 'read-models', number: 6, name: 'merges', sql: MERGES },
  { adapter: 'read-models', number: 7, name: 'open-follow-ups', sql: OPEN_FOLLOW_UPS },
  { adapter: 'read-models', number: 8, name: 'builds', sql: BUILDS },
  ...[reservations, madeAnew, whoWorks],
];
