import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of `read.fact`, as migration 5 made it; the fold that fills it is `read-models/facts`. */
@Index('fact_in_programme', { synchronize: false })
@Index('fact_by_candidate', { synchronize: false })
@Entity({ schema: 'read', name: 'fact' })
export class FactEntity {
  @PrimaryColumn('integer') build: number;
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text', { name: 'stream_id' }) streamId: string;
  @PrimaryColumn('integer') n: number;
  @Column('text') fact: string;
  @Column('text', { nullable: true }) code: string | null;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid', { name: 'about_id', nullable: true }) aboutId: string | null;
  @Column('uuid', { name: 'candidate_id' }) candidateId: string;
  @Column('uuid', { name: 'programme_id', nullable: true }) programmeId: string | null;
  @Column('integer', { name: 'programme_version', nullable: true }) programmeVersion: number | null;
  @Column('integer', { nullable: true }) round: number | null;
  @Column('uuid', { name: 'employer_id', nullable: true }) employerId: string | null;
  @Column({ type: 'text', name: 'valid_from', collation: 'C' }) validFrom: string;
  @Column({ type: 'text', name: 'valid_to', collation: 'C', nullable: true }) validTo: string | null;
  @Column({ type: 'text', name: 'known_from', collation: 'C' }) knownFrom: string;
  @Column({ type: 'text', name: 'known_to', collation: 'C', nullable: true }) knownTo: string | null;
}
