import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of `read.reservation`, as migration 9 made it; the fold that fills it is `read-models/reservations`. */
@Index('reservation_next_lapse', { synchronize: false })
@Entity({ schema: 'read', name: 'reservation' })
export class ReservationEntity {
  @PrimaryColumn('integer') build: number;
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text', { name: 'stream_id' }) streamId: string;
  @PrimaryColumn('uuid', { name: 'workplace_id' }) workplaceId: string;
  @Column('uuid', { name: 'match_id' }) matchId: string;
  @Column('integer') version: number;
  @Column({ type: 'text', name: 'lapses_on', collation: 'C', nullable: true }) lapsesOn: string | null;
  @Column({ type: 'text', name: 'lapses_at', collation: 'C', nullable: true }) lapsesAt: string | null;
}
