import { lines, streams, type Counted } from '../stage/figures.js';

const referred = (referral: string): Counted['of'] => streams('TrajectoryStarted', (data) => data.referral === referral);

/** What is counted of Praktijktafel Twente; all numbers are ours, as its text is a plan. */
export const FIGURES: readonly Counted[] = [
  { name: 'organisations', from: 'ours', of: lines('OrganisationRegistered') },
  { name: 'referred from special education', from: 'ours', of: referred('special-education') },
  { name: 'referred by UWV, in WW', from: 'ours', of: referred('uwv') },
  { name: 'who came by themselves, without a benefit', from: 'ours', of: referred('own-initiative') },
  { name: 'referred by the municipality, in bijstand', from: 'ours', of: referred('municipality') },
  { name: 'times an organisation joined', from: 'ours', of: lines('PartyJoined') },
  { name: 'hand-overs accepted', from: 'ours', of: lines('HandoverAccepted') },
  { name: 'hand-overs refused', from: 'ours', of: lines('HandoverRefused') },
  { name: 'employers at the knowledge session and the table', from: 'ours', of: lines('AttendanceRecorded', isEmployer) },
  { name: 'functions carved', from: 'ours', of: lines('FunctionAdapted') },
  { name: 'places kept for a match', from: 'ours', of: lines('WorkplaceReserved') },
  { name: 'places filled', from: 'ours', of: lines('WorkplaceFilled') },
  { name: 'places free again', from: 'ours', of: lines('WorkplaceReleased') },
  { name: 'learn-work places taken', from: 'ours', of: lines('PlacementStarted', ({ kind }) => kind === 'learn-work') },
  { name: 'jobs', from: 'ours', of: lines('PlacementStarted', ({ kind }) => kind === 'job') },
  { name: 'measurements of what work is worth', from: 'ours', of: lines('LoonwaardeMeasured') },
  { name: 'literacy actions completed', from: 'ours', of: lines('LiteracyActionCompleted') },
  { name: 'incentives granted', from: 'ours', of: lines('IncentiveGranted') },
  { name: 'sanctions recorded', from: 'ours', of: lines('SanctionRecorded') },
  { name: 'windows of countability that ended', from: 'ours', of: lines('CountabilityExpired') },
  { name: 'returns told', from: 'ours', of: lines('CandidateReturned') },
  { name: 'second rounds', from: 'ours', of: streams('TrajectoryStarted', ({ round }) => Number(round) > 1) },
  { name: 'follow-ups planned', from: 'ours', of: lines('FollowUpPlanned') },
  { name: 'follow-ups fallen due', from: 'ours', of: lines('FollowUpFellDue') },
];

function isEmployer(data: Readonly<Record<string, unknown>>): boolean {
  return (data.party as { kind: string }).kind === 'employer';
}
