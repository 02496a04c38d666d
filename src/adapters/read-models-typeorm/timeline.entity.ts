import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of `read.timeline`, as migrations 1 and 6 made it; the fold that fills it is `read-models/timeline`. */
@Index('timeline_in_order', { synchronize: false })
@Index('timeline_merged_into', { synchronize: false })
@Entity({ schema: 'read', name: 'timeline' })
export class TimelineEntity {
  @PrimaryColumn('integer') build: number;
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text', { name: 'stream_id' }) streamId: string;
  @PrimaryColumn('uuid', { name: 'event_id' }) eventId: string;
  @Column('integer') version: number;
  @Column({ type: 'text', name: 'occurred_on', collation: 'C' }) occurredOn: string;
  @Column({ type: 'text', name: 'recorded_at', collation: 'C' }) recordedAt: string;
  @Column({ type: 'text', name: 'sealed_at', collation: 'C', nullable: true }) sealedAt: string | null;
  @Column('text') type: string;
  @Column('jsonb') data: unknown;
  @Column('uuid', { name: 'corrected_by', nullable: true }) correctedBy: string | null;
  @Column('jsonb') actor: unknown;
  @Column('jsonb', { nullable: true }) words: unknown;
}
