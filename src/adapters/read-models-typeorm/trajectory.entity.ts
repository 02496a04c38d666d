import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of `read.trajectory`, as migrations 3, 4, 8 and 9 made it; the fold that fills it is `read-models/trajectories`. */
@Index('trajectory_by_begin', { synchronize: false })
@Index('trajectory_by_candidate', { synchronize: false })
@Index('trajectory_by_caseworker', { synchronize: false })
@Index('trajectory_by_match', { synchronize: false })
@Entity({ schema: 'read', name: 'trajectory' })
export class TrajectoryEntity {
  @PrimaryColumn('integer') build: number;
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text', { name: 'stream_id' }) streamId: string;
  @PrimaryColumn('uuid', { name: 'trajectory_id' }) trajectoryId: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column('integer', { name: 'programme_version' }) programmeVersion: number;
  @Column('integer') round: number;
  @Column('uuid', { name: 'previous_trajectory_id', nullable: true }) previousTrajectoryId: string | null;
  @Column('text') status: string;
  @Column({ type: 'text', name: 'begun_on', collation: 'C' }) begunOn: string;
  @Column('text', { nullable: true }) offer: string | null;
  @Column({ type: 'text', name: 'answered_on', collation: 'C', nullable: true }) answeredOn: string | null;
  @Column({ type: 'text', name: 'started_on', collation: 'C', nullable: true }) startedOn: string | null;
  @Column({ type: 'text', name: 'closed_on', collation: 'C', nullable: true }) closedOn: string | null;
  @Column('text', { nullable: true }) result: string | null;
  @Column('text', { nullable: true }) goal: string | null;
  @Column('text', { nullable: true }) caseworker: string | null;
  @Column('jsonb') matches: unknown;
  @Column('jsonb') placements: unknown;
}
