import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `read.parked_stream`: a stream whose rows in one projection are older than the log until somebody mends the fold. */
@Entity({ schema: 'read', name: 'parked_stream' })
export class ParkedStreamEntity {
  @PrimaryColumn('text') projection: string;
  @PrimaryColumn('integer') build: number;
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text', { name: 'stream_id' }) streamId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') fault: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) since: Date;
}
