import type { Migration } from '../../../application/ports/migrations.js';

/** Which workplaces are held, as the writer only: no question asks it. By a match they are joined with the trajectories. */
export const reservations: Migration = {
  adapter: 'read-models',
  number: 9,
  name: 'reservations',
  sql: `
create table read.reservation (
  tenant text not null,
  stream_id text not null,
  workplace_id uuid not null,
  build integer not null,
  match_id uuid not null,
  version integer not null,
  lapses_on text collate "C",
  lapses_at text collate "C",
  primary key (tenant, stream_id, workplace_id, build)
);
create index reservation_next_lapse on read.reservation (lapses_at, match_id) where lapses_at is not null;
create index trajectory_by_match on read.trajectory using gin (matches jsonb_path_ops);

alter table read.reservation enable row level security;
create policy all_rows on read.reservation to trajectlijn_writer using (true) with check (true);
grant select, insert, update, delete on read.reservation to trajectlijn_writer;
`,
};
