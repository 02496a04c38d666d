import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `read.follow_up`, as migration 1 made it; the fold that fills it is `read-models/follow-ups`. */
@Entity({ schema: 'read', name: 'follow_up' })
export class FollowUpEntity {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text', { name: 'stream_id' }) streamId: string;
  @PrimaryColumn('uuid', { name: 'follow_up_id' }) followUpId: string;
  @Column('text', { name: 'rule_id' }) ruleId: string;
  @Column('uuid') cause: string;
  @Column('text', { name: 'side' }) with: string;
  @Column('text', { name: 'due_on' }) dueOn: string;
  @Column('text', { name: 'due_at' }) dueAt: string;
  @Column('integer') version: number;
  @Column('text') status: string;
  @Column('integer', { nullable: true }) step: number | null;
  @Column('text', { name: 'step_at', nullable: true }) stepAt: string | null;
}
