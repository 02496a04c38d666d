import type { Beginning } from '../candidate/beginnings.js';
import type { Day } from '../kernel/days.js';
import type { CandidateId, EmployerId, MatchId, MeetingId, ProgrammeId, TrajectoryId, WorkplaceId } from '../kernel/ids.js';
import type { Definition } from '../programme/programme.events.js';
import type { Subject, Trajectory } from '../trajectory/trajectory.js';
import type { Workplace } from '../workplace/workplace.js';

/** One trajectory of a candidate, as far as other streams have to do with it. */
export type Round = Readonly<{
  trajectoryId: TrajectoryId;
  programmeId: ProgrammeId;
  round: number;
  previousTrajectoryId: TrajectoryId | null;
  /** Null: it was started without an offer. */
  offer: 'open' | 'accepted' | 'declined' | null;
  /** The day of the last answer to an offer. */
  answeredOn: Day | null;
  startedOn: Day | null;
  closedOn: Day | null;
  matches: readonly RoundMatch[];
}>;

/** A match of a trajectory, whatever became of it; `meetingId` null: nobody met. */
export type RoundMatch = Readonly<{ matchId: MatchId; meetingId: MeetingId | null; employerId: EmployerId }>;

/** A candidate and an employer who said yes to each other at a meeting. */
export type MutualInterest = Readonly<{ meetingId: MeetingId; heldOn: Day; employerId: EmployerId }>;

/**
 * What a reaction may ask of the other streams of the tenant.
 * The answer holds at the log's end as it was when the event was taken, or at a later one; where that is in doubt there is no answer,
 * and the event is put aside until it is not.
 */
export interface Look {
  /** Every trajectory of a candidate in every programme. Shape: by programme, then by round. */
  roundsOf(candidateId: CandidateId): Promise<readonly Round[]>;
  /** With whom a candidate wants to go on, at any meeting of a programme. Shape: by day of the meeting, then by its id and the employer's. */
  mutualInterestsOf(candidateId: CandidateId, programmeId: ProgrammeId): Promise<readonly MutualInterest[]>;
  /** Which trajectories have a match for a workplace, whatever became of it. Shape: by id. */
  trajectoriesFor(workplaceId: WorkplaceId): Promise<readonly TrajectoryId[]>;
  /** For which workplaces a trajectory ever had a match, whatever was corrected since. Shape: as they were named. */
  placesNamedIn(trajectoryId: TrajectoryId): Promise<readonly WorkplaceId[]>;
  /** How one workplace stands. */
  workplaceOf(workplaceId: WorkplaceId): Promise<Workplace>;
  /** How one trajectory stands. */
  trajectoryOf(trajectoryId: TrajectoryId): Promise<Trajectory>;
  /** When benefits of a candidate began. Shape: by day. */
  beginningsOf(candidateId: CandidateId): Promise<readonly Beginning[]>;
  /** What a programme prescribes in the version under which a trajectory stands. */
  definitionOf(subject: Pick<Subject, 'programmeId' | 'programmeVersion'>): Promise<Definition | undefined>;
}
