import type { MeetingInterestsRow } from '../../read-models/meeting-interests/meeting-interests.projection.js';
import type { RoundRow } from '../../read-models/rounds/rounds.projection.js';
import type { Table } from './table.js';

/** Where the rows of `rounds` lie. */
export const roundTable: Table<RoundRow> = {
  name: 'read.round',
  columns: [
    ['tenant', 'text', (row) => row.tenant],
    ['stream_id', 'text', (row) => row.streamId],
    ['trajectory_id', 'uuid', (row) => row.trajectoryId],
    ['candidate_id', 'uuid', (row) => row.candidateId],
    ['programme_id', 'uuid', (row) => row.programmeId],
    ['round', 'integer', (row) => row.round],
    ['previous_trajectory_id', 'uuid', (row) => row.previousTrajectoryId],
    ['offer', 'text', (row) => row.offer],
    ['answered_on', 'text', (row) => row.answeredOn],
    ['started_on', 'text', (row) => row.startedOn],
    ['closed_on', 'text', (row) => row.closedOn],
    ['matches', 'jsonb', (row) => row.matches],
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
