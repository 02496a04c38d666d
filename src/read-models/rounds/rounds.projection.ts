import type { Day } from '../../kernel/days.js';
import {
  ownIdOf,
  type CandidateId,
  type EmployerId,
  type MatchId,
  type MeetingId,
  type ProgrammeId,
  type StreamId,
  type TenantId,
  type TrajectoryId,
} from '../../kernel/ids.js';
import type { Projection, Shown } from '../projection.js';

/** A match of a trajectory, whatever became of it. */
export type RoundMatch = Readonly<{ matchId: MatchId; meetingId: MeetingId | null; employerId: EmployerId }>;

/** One trajectory as other streams see it: whose, which round of which programme, and with whom it has matches. */
export type RoundRow = Readonly<{
  tenant: TenantId;
  streamId: StreamId;
  trajectoryId: TrajectoryId;
  candidateId: CandidateId;
  programmeId: ProgrammeId;
  round: number;
  previousTrajectoryId: TrajectoryId | null;
  offer: 'open' | 'accepted' | 'declined' | null;
  answeredOn: Day | null;
  startedOn: Day | null;
  closedOn: Day | null;
  matches: readonly RoundMatch[];
}>;

type Begun = Shown<'TrajectoryOffered'> | Shown<'TrajectoryStarted'>;

/** All trajectories, each with what reactions ask of it; found by candidate. */
export const rounds: Projection<
  RoundRow,
  'TrajectoryOffered' | 'OfferAnswered' | 'TrajectoryStarted' | 'MatchProposed' | 'TrajectoryClosed' | 'TrajectoryReopened'
> = {
  name: 'rounds',
  version: 1,
  key: ({ streamId }) => streamId,
  on: {
    TrajectoryOffered: (row, event) => ({ ...begun(row, event), offer: 'open' }),
    OfferAnswered: (row, { occurredOn, data }) =>
      row ? { ...row, offer: data.accepted ? 'accepted' : 'declined', answeredOn: occurredOn } : null,
    TrajectoryStarted: (row, event) => ({ ...begun(row, event), startedOn: row?.startedOn ?? event.occurredOn }),
    MatchProposed: (row, { data: { matchId, meetingId, employerId } }) =>
      row ? { ...row, matches: [...row.matches, { matchId, meetingId, employerId }] } : null,
    TrajectoryClosed: (row, { occurredOn }) => (row ? { ...row, closedOn: row.closedOn ?? occurredOn } : null),
    TrajectoryReopened: (row) => (row ? { ...row, closedOn: null } : null),
  },
};

/** The last offer or start says whose it is. */
function begun(row: RoundRow | undefined, { tenant, streamId, data }: Begun): RoundRow {
  const { candidateId, programmeId, round, previousTrajectoryId } = data;
  const whose = { candidateId, programmeId, round, previousTrajectoryId };
  return { ...NOTHING_YET, ...row, tenant, streamId, trajectoryId: ownIdOf<'trajectory'>(streamId), ...whose };
}

const NOTHING_YET = { offer: null, answeredOn: null, startedOn: null, closedOn: null, matches: [] };
