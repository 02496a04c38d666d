import { lines, type Counted } from '../stage/figures.js';

/** What is counted of Meedoen Werkt. */
export const FIGURES: readonly Counted[] = [
  { name: 'meetings held', from: 'text', of: lines('MeetingHeld') },
  { name: 'meetings cancelled from March 2020', from: 'ours', of: lines('MeetingCancelled') },
  { name: 'candidates registered', from: 'ours', of: lines('CandidateRegistered') },
  { name: 'of whom walked in', from: 'ours', of: lines('CandidateRegistered', ({ walkIn }) => walkIn === true) },
  { name: 'employers registered', from: 'ours', of: lines('EmployerRegistered') },
  { name: 'invitations sent', from: 'ours', of: lines('InvitationSent') },
  { name: 'guests who came', from: 'ours', of: lines('AttendanceRecorded', ({ attendance }) => attendance === 'attended') },
  {
    name: 'times somebody was interested',
    from: 'ours',
    of: lines('MeetingInterestExpressed', ({ interested }) => interested === true),
  },
  { name: 'matches made', from: 'ours', of: lines('MatchMade') },
  { name: 'matches that fell through', from: 'ours', of: lines('MatchFellThrough') },
  { name: 'three-party talks', from: 'ours', of: lines('TripartiteTalkHeld') },
  { name: 'plans agreed', from: 'ours', of: lines('PlanAgreed') },
  { name: 'goals other than paid work', from: 'ours', of: lines('GoalChanged', ({ goal }) => goal !== 'paid-work') },
  { name: 'presentations from afar', from: 'ours', of: lines('PresentationPublished') },
  { name: 'placements started', from: 'ours', of: lines('PlacementStarted') },
  { name: 'placements ended', from: 'ours', of: lines('PlacementEnded') },
  { name: 'times support was asked', from: 'ours', of: lines('SupportRequested') },
  { name: 'follow-ups planned', from: 'ours', of: lines('FollowUpPlanned') },
  { name: 'follow-ups fallen due', from: 'ours', of: lines('FollowUpFellDue') },
  { name: 'follow-ups done', from: 'ours', of: lines('FollowUpDone') },
  { name: 'check-ins missed', from: 'ours', of: lines('CheckInMissed') },
  { name: 'returns told', from: 'ours', of: lines('CandidateReturned') },
  { name: 'second rounds', from: 'ours', of: lines('TrajectoryStarted', ({ round }) => Number(round) > 1) },
];
