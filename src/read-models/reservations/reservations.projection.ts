import { dueAt, type Day, type Instant } from '../../kernel/days.js';
import { ownIdOf, type MatchId, type StreamId, type TenantId, type WorkplaceId } from '../../kernel/ids.js';
import type { Projection, Shown } from '../projection.js';

/** For which match a workplace is held. Whether that match still waits for it, the trajectory says: the two are joined when asked. */
export type ReservationRow = Readonly<{
  tenant: TenantId;
  streamId: StreamId;
  workplaceId: WorkplaceId;
  matchId: MatchId;
  /** That of the event by which it is held. */
  version: number;
  /** Null: it is filled, and so lapses no more. */
  lapsesOn: Day | null;
  lapsesAt: Instant | null;
}>;

type Holds = Shown<'WorkplaceReserved'> | Shown<'WorkplaceFilled'>;

/** All workplaces that are held, a row for each; as in their own state, what is held stays with its match. */
export const reservations: Projection<ReservationRow, 'WorkplaceReserved' | 'WorkplaceFilled' | 'WorkplaceReleased'> = {
  name: 'reservations',
  version: 1,
  key: ({ streamId }) => streamId,
  on: {
    WorkplaceReserved: (row, event) => row ?? heldBy(event, event.data.lapsesOn),
    WorkplaceFilled: (row, event) => (row && row.matchId !== event.data.matchId ? row : heldBy(event, null)),
    WorkplaceReleased: (row, { data }) => (row && row.matchId !== data.matchId ? row : null),
  },
};

function heldBy({ tenant, streamId, version, data: { matchId } }: Holds, lapsesOn: Day | null): ReservationRow {
  const lapsesAt = lapsesOn === null ? null : dueAt(lapsesOn);
  return { tenant, streamId, workplaceId: ownIdOf<'workplace'>(streamId), matchId, version, lapsesOn, lapsesAt };
}
