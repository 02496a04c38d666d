import type { CandidateId, ProgrammeId, StreamId, TenantId, WorkplaceId } from '../../kernel/ids.js';
import type { MeetingInterestsRow } from '../../read-models/meeting-interests/meeting-interests.projection.js';
import type { TrajectoryRow } from '../../read-models/trajectories/trajectories.projection.js';
import type { Position } from './event-store.js';

/**
 * Rows of one projection as they stood together at a position.
 * `doubtful` are the parked streams because of which these may not be the rows: one that has such a row, or may have one.
 */
export type Seen<Row> = Readonly<{ position: Position | null; rows: readonly Row[]; doubtful: readonly StreamId[] }>;

/** What reactions look up in projections. Position, rows and doubts are of one and the same moment. */
export interface LookRows {
  /** The trajectories of a candidate, by programme and round. */
  roundsOf(tenant: TenantId, candidateId: CandidateId): Promise<Seen<TrajectoryRow>>;
  /** The trajectories with a match for a workplace, whatever became of it, by id. */
  trajectoriesFor(tenant: TenantId, workplaceId: WorkplaceId): Promise<Seen<Pick<TrajectoryRow, 'trajectoryId'>>>;
  /** The meetings of a programme at which something was said by or of a candidate, by day and id. */
  meetingInterestsOf(
    tenant: TenantId,
    who: Readonly<{ candidateId: CandidateId; programmeId: ProgrammeId }>,
  ): Promise<Seen<MeetingInterestsRow>>;
}
