import type { Day } from '../../kernel/days.js';
import {
  ownIdOf,
  type CandidateId,
  type EmployerId,
  type MatchId,
  type MeetingId,
  type PlacementId,
  type ProgrammeId,
  type StreamId,
  type TenantId,
  type TrajectoryId,
  type WorkplaceId,
} from '../../kernel/ids.js';
import type { Projection, Shown } from '../projection.js';

/** How a trajectory stands: offered, declined, under way, or closed. */
export const TRAJECTORY_STATUSES = ['offered', 'declined', 'under-way', 'closed'] as const;

/** Where somebody works by a placement that has not ended. */
export type RunningPlacement = Readonly<{
  placementId: PlacementId;
  employerId: EmployerId;
  kind: Shown<'PlacementStarted'>['data']['kind'];
  since: Day;
}>;

/** A match of a trajectory, whatever became of it. `meetingId` null: nobody met; `workplaceId` null: for no place in particular. */
export type ProposedMatch = Readonly<{
  matchId: MatchId;
  meetingId: MeetingId | null;
  employerId: EmployerId;
  workplaceId: WorkplaceId | null;
  fellOn: Day | null;
  /** The placement that names it. */
  placementId: PlacementId | null;
}>;

/** One trajectory as it stands in a list, and as other streams have to do with it. */
export type TrajectoryRow = Readonly<{
  tenant: TenantId;
  streamId: StreamId;
  trajectoryId: TrajectoryId;
  candidateId: CandidateId;
  programmeId: ProgrammeId;
  programmeVersion: number;
  round: number;
  previousTrajectoryId: TrajectoryId | null;
  status: (typeof TRAJECTORY_STATUSES)[number];
  /** The day of the offer, or of the start where nothing was offered before; never moves with what comes later. */
  begunOn: Day;
  /** Null: it was started without an offer. */
  offer: 'open' | 'accepted' | 'declined' | null;
  /** The day of the last answer to an offer. */
  answeredOn: Day | null;
  startedOn: Day | null;
  closedOn: Day | null;
  /** By the programme's codes; null while it is not closed. */
  result: string | null;
  goal: Shown<'GoalSet'>['data']['goal'] | null;
  /** The subject of whoever has charge of it. */
  caseworker: string | null;
  matches: readonly ProposedMatch[];
  placements: readonly RunningPlacement[];
}>;

type Begun = Shown<'TrajectoryOffered'> | Shown<'TrajectoryStarted'>;

/** All trajectories of a tenant, a row for each, in the programme and under the version under which it stands by now. */
export const trajectories: Projection<
  TrajectoryRow,
  | 'TrajectoryOffered'
  | 'OfferAnswered'
  | 'TrajectoryStarted'
  | 'ProgrammeVersionMigrated'
  | 'CaseworkerAssigned'
  | 'GoalSet'
  | 'GoalChanged'
  | 'MatchProposed'
  | 'MatchFellThrough'
  | 'PlacementStarted'
  | 'PlacementEnded'
  | 'TrajectoryClosed'
  | 'TrajectoryReopened'
> = {
  name: 'trajectories',
  version: 3,
  key: ({ streamId }) => streamId,
  on: {
    TrajectoryOffered: (row, event) => ({ ...begun(row, event), offer: 'open' }),
    OfferAnswered: (row, { occurredOn: answeredOn, data: { accepted } }) =>
      but(row, accepted ? { offer: 'accepted', answeredOn } : { offer: 'declined', answeredOn, status: 'declined' }),
    TrajectoryStarted: (row, event) => {
      const { status, startedOn } = row ?? {};
      const change = { status: status === 'closed' ? 'closed' : 'under-way', startedOn: startedOn ?? event.occurredOn } as const;
      return { ...begun(row, event), ...change };
    },
    ProgrammeVersionMigrated: (row, { data: { programmeId, programmeVersion, goals } }) =>
      but(row, { programmeId, programmeVersion, goal: goals.find(({ was }) => was === row?.goal)?.is ?? row?.goal ?? null }),
    CaseworkerAssigned: (row, { data }) => but(row, { caseworker: data.subject }),
    GoalSet: (row, { data }) => but(row, { goal: data.goal }),
    GoalChanged: (row, { data }) => but(row, { goal: data.goal }),
    MatchProposed: (row, { data: { matchId, meetingId, employerId, workplaceId } }) =>
      but(row, {
        matches: [...(row?.matches ?? []), { matchId, meetingId, employerId, workplaceId, fellOn: null, placementId: null }],
      }),
    MatchFellThrough: (row, { occurredOn, data }) =>
      but(row, { matches: changed(row, data.matchId, ({ fellOn }) => ({ fellOn: fellOn ?? occurredOn })) }),
    PlacementStarted: (row, { occurredOn, data: { placementId, matchId, employerId, kind } }) =>
      but(row, {
        matches: changed(row, matchId, (match) => ({ placementId: match.placementId ?? placementId })),
        placements: [...(row?.placements ?? []), { placementId, employerId, kind, since: occurredOn }],
      }),
    PlacementEnded: (row, { data }) =>
      but(row, { placements: row?.placements.filter(({ placementId }) => placementId !== data.placementId) }),
    TrajectoryClosed: (row, { occurredOn, data }) =>
      but(row, { status: 'closed', closedOn: row?.closedOn ?? occurredOn, result: data.result }),
    TrajectoryReopened: (row) => but(row, { status: 'under-way', closedOn: null, result: null }),
  },
};

/** The row with a change; none where, after an override, nothing began it. */
const but = (row: TrajectoryRow | undefined, change: Partial<TrajectoryRow>): TrajectoryRow | null =>
  row ? { ...row, ...change } : null;

/** The matches with what became of one; an id that the row does not know leaves them as they are. */
const changed = (
  row: TrajectoryRow | undefined,
  matchId: MatchId,
  become: (match: ProposedMatch) => Partial<ProposedMatch>,
): readonly ProposedMatch[] =>
  (row?.matches ?? []).map((match) => (match.matchId === matchId ? { ...match, ...become(match) } : match));

/** The last offer or start says whose it is. */
function begun(row: TrajectoryRow | undefined, { tenant, streamId, occurredOn, data }: Begun): TrajectoryRow {
  const { candidateId, programmeId, programmeVersion, round, previousTrajectoryId } = data;
  const trajectoryId = ownIdOf<'trajectory'>(streamId);
  const whose = { candidateId, programmeId, programmeVersion, round, previousTrajectoryId };
  return { ...NOTHING_YET, begunOn: occurredOn, ...row, tenant, streamId, trajectoryId, ...whose };
}

const NOTHING_YET = {
  status: 'offered',
  offer: null,
  answeredOn: null,
  startedOn: null,
  closedOn: null,
  result: null,
  goal: null,
  caseworker: null,
  matches: [],
  placements: [],
} as const;
