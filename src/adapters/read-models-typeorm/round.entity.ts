import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of `read.round`, as migration 2 made it; the fold that fills it is `read-models/rounds`. */
@Index('round_by_candidate', { synchronize: false })
@Entity({ schema: 'read', name: 'round' })
export class RoundEntity {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text', { name: 'stream_id' }) streamId: string;
  @PrimaryColumn('uuid', { name: 'trajectory_id' }) trajectoryId: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column('integer') round: number;
  @Column('uuid', { name: 'previous_trajectory_id', nullable: true }) previousTrajectoryId: string | null;
  @Column('text', { nullable: true }) offer: string | null;
  @Column({ type: 'text', name: 'answered_on', collation: 'C', nullable: true }) answeredOn: string | null;
  @Column({ type: 'text', name: 'started_on', collation: 'C', nullable: true }) startedOn: string | null;
  @Column({ type: 'text', name: 'closed_on', collation: 'C', nullable: true }) closedOn: string | null;
  @Column('jsonb') matches: unknown;
}
