import type { FactRow } from '../../read-models/facts/fact.js';
import type { FollowUpRow } from '../../read-models/follow-ups/follow-ups.projection.js';
import type { MeetingInterestsRow } from '../../read-models/meeting-interests/meeting-interests.projection.js';
import type { ReservationRow } from '../../read-models/reservations/reservations.projection.js';
import type { TimelineRow } from '../../read-models/timeline/timeline.projection.js';
import type { TrajectoryRow } from '../../read-models/trajectories/trajectories.projection.js';
import type { Table } from './table.js';

/** Where the rows of `timeline` lie. */
export const timelineTable: Table<TimelineRow> = {
  name: 'read.timeline',
  columns: [
    ['tenant', 'text', (row) => row.tenant],
    ['stream_id', 'text', (row) => row.streamId],
    ['event_id', 'uuid', (row) => row.eventId],
    ['version', 'integer', (row) => row.version],
    ['occurred_on', 'text', (row) => row.occurredOn],
    ['recorded_at', 'text', (row) => row.recordedAt],
    ['sealed_at', 'text', (row) => row.sealedAt],
    ['type', 'text', (row) => row.type],
    ['data', 'jsonb', (row) => row.data],
    ['corrected_by', 'uuid', (row) => row.correctedBy],
    ['actor', 'jsonb', (row) => row.actor],
    ['words', 'jsonb', (row) => row.words],
  ],
};

/** Where the rows of `follow-ups` lie. */
export const followUpTable: Table<FollowUpRow> = {
  name: 'read.follow_up',
  columns: [
    ['tenant', 'text', (row) => row.tenant],
    ['stream_id', 'text', (row) => row.streamId],
    ['follow_up_id', 'uuid', (row) => row.followUpId],
    ['rule_id', 'text', (row) => row.ruleId],
    ['cause', 'uuid', (row) => row.cause],
    ['side', 'text', (row) => row.with],
    ['due_on', 'text', (row) => row.dueOn],
    ['due_at', 'text', (row) => row.dueAt],
    ['version', 'integer', (row) => row.version],
    ['status', 'text', (row) => row.status],
    ['step', 'integer', (row) => row.step],
    ['step_at', 'text', (row) => row.stepAt],
  ],
};

/** Where the rows of `trajectories` lie. */
export const trajectoryTable: Table<TrajectoryRow> = {
  name: 'read.trajectory',
  columns: [
    ['tenant', 'text', (row) => row.tenant],
    ['stream_id', 'text', (row) => row.streamId],
    ['trajectory_id', 'uuid', (row) => row.trajectoryId],
    ['candidate_id', 'uuid', (row) => row.candidateId],
    ['programme_id', 'uuid', (row) => row.programmeId],
    ['programme_version', 'integer', (row) => row.programmeVersion],
    ['round', 'integer', (row) => row.round],
    ['previous_trajectory_id', 'uuid', (row) => row.previousTrajectoryId],
    ['status', 'text', (row) => row.status],
    ['offer', 'text', (row) => row.offer],
    ['answered_on', 'text', (row) => row.answeredOn],
    ['begun_on', 'text', (row) => row.begunOn],
    ['started_on', 'text', (row) => row.startedOn],
    ['closed_on', 'text', (row) => row.closedOn],
    ['result', 'text', (row) => row.result],
    ['goal', 'text', (row) => row.goal],
    ['caseworker', 'text', (row) => row.caseworker],
    ['matches', 'jsonb', (row) => row.matches],
    ['placements', 'jsonb', (row) => row.placements],
  ],
};

/** Where the rows of `meeting-interests` lie. */
export const meetingInterestsTable: Table<MeetingInterestsRow> = {
  name: 'read.meeting_interests',
  columns: [
    ['tenant', 'text', (row) => row.tenant],
    ['stream_id', 'text', (row) => row.streamId],
    ['meeting_id', 'uuid', (row) => row.meetingId],
    ['programme_id', 'uuid', (row) => row.programmeId],
    ['held_on', 'text', (row) => row.heldOn],
    ['interests', 'jsonb', (row) => row.interests],
  ],
};

/** Where the rows of `reservations` lie. */
export const reservationTable: Table<ReservationRow> = {
  name: 'read.reservation',
  columns: [
    ['tenant', 'text', (row) => row.tenant],
    ['stream_id', 'text', (row) => row.streamId],
    ['workplace_id', 'uuid', (row) => row.workplaceId],
    ['match_id', 'uuid', (row) => row.matchId],
    ['version', 'integer', (row) => row.version],
    ['lapses_on', 'text', (row) => row.lapsesOn],
    ['lapses_at', 'text', (row) => row.lapsesAt],
  ],
};

/** Where the rows of `facts` lie. */
export const factTable: Table<FactRow> = {
  name: 'read.fact',
  columns: [
    ['tenant', 'text', (row) => row.tenant],
    ['stream_id', 'text', (row) => row.streamId],
    ['n', 'integer', (row) => row.n],
    ['fact', 'text', (row) => row.fact],
    ['code', 'text', (row) => row.code],
    ['event_id', 'uuid', (row) => row.eventId],
    ['about_id', 'uuid', (row) => row.aboutId],
    ['candidate_id', 'uuid', (row) => row.candidateId],
    ['programme_id', 'uuid', (row) => row.programmeId],
    ['programme_version', 'integer', (row) => row.programmeVersion],
    ['round', 'integer', (row) => row.round],
    ['employer_id', 'uuid', (row) => row.employerId],
    ['valid_from', 'text', (row) => row.validFrom],
    ['valid_to', 'text', (row) => row.validTo],
    ['known_from', 'text', (row) => row.knownFrom],
    ['known_to', 'text', (row) => row.knownTo],
  ],
};
