import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of `read.meeting_interests`, as migration 2 made it; the fold that fills it is `read-models/meeting-interests`. */
@Index('meeting_interests_by_programme', { synchronize: false })
@Entity({ schema: 'read', name: 'meeting_interests' })
export class MeetingInterestsEntity {
  @PrimaryColumn('integer') build: number;
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text', { name: 'stream_id' }) streamId: string;
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column({ type: 'text', name: 'held_on', collation: 'C' }) heldOn: string;
  @Column('jsonb') interests: unknown;
}
