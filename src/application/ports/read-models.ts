import type { Day, Instant } from '../../kernel/days.js';
import type { CandidateId, FollowUpId, ProgrammeId, StreamId, SubjectId, TenantId, TrajectoryId } from '../../kernel/ids.js';
import type { FollowUpRow } from '../../read-models/follow-ups/follow-ups.projection.js';
import type { TrajectoryRow } from '../../read-models/trajectories/trajectories.projection.js';
import type { PlannedFollowUp } from '../../read-models/timeline/lines/trajectory/ledger.lines.js';
import type { TimelineRow } from '../../read-models/timeline/timeline.projection.js';

/** Some rows in the list's one order. `stale`: part of what was asked is parked, so that rows may be older than the log. */
export type Rows<Row> = Readonly<{ rows: readonly Row[]; stale: boolean }>;

/** Where a timeline goes on: after this row. Version 1 comes first whatever its day, so it has no day here. */
export type TimelinePlace = Readonly<{ occurredOn: Day | null; version: number }>;

/** Where the timeline of a candidate with all rounds goes on: after this row, whose stream follows from its instant. */
export type LifePlace = Readonly<{ occurredOn: Day | null; recordedAt: Instant; version: number }>;

/** A trajectory and a programme that it stood under. */
export type StandsUnder = Readonly<{ streamId: StreamId; programmeId: ProgrammeId }>;

/** The `timeline` projection as it stands. */
export interface TimelineRows {
  /** One stream's rows in the order of its timeline, at most `limit`. */
  of(
    tenant: TenantId,
    streamId: StreamId,
    page: Readonly<{ after: TimelinePlace | null; limit: number }>,
  ): Promise<Rows<TimelineRow>>;
  /** A candidate's own rows, those of whoever was merged into this one, and those of all their trajectories, the registration first, then by day and as they were recorded. */
  ofLife(
    tenant: TenantId,
    candidateId: CandidateId,
    page: Readonly<{ after: LifePlace | null; limit: number }>,
  ): Promise<Rows<TimelineRow>>;
  /** Under which programmes these trajectories were and are, the last first; a stream of another kind is left out. */
  programmes(tenant: TenantId, streams: readonly StreamId[]): Promise<readonly StandsUnder[]>;
  /** How these follow-ups were planned, by id; one that was not is left out. */
  planned(
    tenant: TenantId,
    followUps: readonly Readonly<{ streamId: StreamId; followUpId: FollowUpId }>[],
  ): Promise<ReadonlyMap<FollowUpId, PlannedFollowUp>>;
}

/** How follow-ups that are asked for stand: as their rows say, or `open`, neither done nor cancelled; `overdue` and `due` are one. */
export const FOLLOW_UPS_ASKED = ['open', 'planned', 'due', 'overdue', 'done', 'cancelled'] as const;

/** Which follow-ups are asked for; absent: all. `dueUntil` is included; `caseworkerId`: in whose charge the trajectory is now. */
export type FollowUpFilter = Readonly<{
  status?: (typeof FOLLOW_UPS_ASKED)[number];
  streamId?: StreamId;
  caseworkerId?: SubjectId;
  dueUntil?: Day;
}>;

/**
 * A follow-up beside whose trajectory it is of, and the subject in whose charge that is now; `caseworkerId` null: nobody's. Candidate and
 * programme are null as long as the row of the trajectory is not there.
 */
export type FollowUpLine = FollowUpRow &
  Readonly<{
    trajectoryId: TrajectoryId;
    candidateId: CandidateId | null;
    programmeId: ProgrammeId | null;
    caseworkerId: SubjectId | null;
  }>;

/** Where a list of follow-ups goes on: after this due instant and id. */
export type FollowUpPlace = Readonly<{ dueAt: string; followUpId: string }>;

/** The `follow-ups` projection as it stands, joined with `trajectories`. */
export interface FollowUpRows {
  /** A tenant's rows by due instant, then by id, at most `limit`. */
  list(
    tenant: TenantId,
    filter: FollowUpFilter,
    page: Readonly<{ after: FollowUpPlace | null; limit: number }>,
  ): Promise<Rows<FollowUpLine>>;
}

/** Which trajectories are asked for, and in which order; absent: all. `working`: whether some placement has not ended; `returned`: whether it is a second round or later. */
export type TrajectoryFilter = Readonly<{
  status?: TrajectoryRow['status'];
  programmeId?: TrajectoryRow['programmeId'];
  candidateId?: TrajectoryRow['candidateId'];
  goal?: TrajectoryRow['goal'];
  caseworker?: string;
  working?: boolean;
  returned?: boolean;
  order: 'begun-first' | 'begun-last';
}>;

/** Where a list of trajectories goes on: after this day and id. */
export type TrajectoryPlace = Readonly<{ begunOn: string; trajectoryId: string }>;

/** The `trajectories` projection as it stands. */
export interface TrajectoryRows {
  /** A tenant's rows by the day on which they began, then by id, at most `limit`. */
  list(
    tenant: TenantId,
    filter: TrajectoryFilter,
    page: Readonly<{ after: TrajectoryPlace | null; limit: number }>,
  ): Promise<Rows<TrajectoryRow>>;
}
