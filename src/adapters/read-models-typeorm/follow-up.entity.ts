import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of `read.follow_up`, as migrations 1 and 7 made it; the fold that fills it is `read-models/follow-ups`. */
@Index('follow_up_next_step', { synchronize: false })
@Index('follow_up_by_due', { synchronize: false })
@Index('follow_up_open', { synchronize: false })
@Entity({ schema: 'read', name: 'follow_up' })
export class FollowUpEntity {
  @PrimaryColumn('integer') build: number;
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text', { name: 'stream_id' }) streamId: string;
  @PrimaryColumn('uuid', { name: 'follow_up_id' }) followUpId: string;
  @Column('text', { name: 'rule_id' }) ruleId: string;
  @Column('uuid') cause: string;
  @Column('text', { name: 'side' }) with: string;
  @Column({ type: 'text', name: 'due_on', collation: 'C' }) dueOn: string;
  @Column({ type: 'text', name: 'due_at', collation: 'C' }) dueAt: string;
  @Column('integer') version: number;
  @Column('text') status: string;
  @Column('integer', { nullable: true }) step: number | null;
  @Column({ type: 'text', name: 'step_at', collation: 'C', nullable: true }) stepAt: string | null;
}
