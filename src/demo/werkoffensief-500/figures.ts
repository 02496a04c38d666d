import { lines, share, streams, type Counted, type Line } from '../stage/figures.js';

/** The day of which the text speaks. */
const BY = '2019-03-21';
const by = (_: Line['data'], { occurredOn }: Line): boolean => occurredOn <= BY;

const talked = streams('IntakeHeld', by);
const agreed = streams('FollowUpAgreed', by);

/** What is counted of Werkoffensief; persons apart, as none of them has two trajectories here. */
export const FIGURES: readonly Counted[] = [
  { name: 'persons in the frozen cohort', from: 'text', of: (told) => count(told.flat(), 'CohortFrozen'), scaled: true },
  { name: 'persons talked with by 21 March 2019', from: 'text', of: talked, scaled: true },
  { name: 'of whom in the cohort', from: 'ours', of: streams('IncludedInCohort') },
  { name: 'persons with a next appointment by then', from: 'text', of: agreed, scaled: true },
  { name: 'of a hundred talked with', from: 'text', of: share(agreed, talked), unit: '%', scaled: true },
  { name: 'agreements with employers by then', from: 'text', of: lines('EmployerAgreementSigned', by) },
  { name: 'contracts signed by then', from: 'text', of: lines('ContractSigned', by) },
  {
    name: 'target of 2019: persons from benefit into a job',
    from: 'text',
    of: (told) => count(told.flat(), 'TargetSet'),
    scaled: true,
  },
  { name: 'persons into a job in 2019', from: 'ours', of: streams('PlacementStarted', ({ kind }) => kind === 'job') },
  { name: 'check-ins with candidate or employer', from: 'ours', of: lines('CheckInRecorded') },
  { name: 'follow-ups planned', from: 'ours', of: lines('FollowUpPlanned') },
  { name: 'follow-ups fallen due', from: 'ours', of: lines('FollowUpFellDue') },
];

const count = (all: readonly Line[], type: string): number =>
  all.filter((line) => line.type === type).reduce((total, { data }) => total + Number(data.count), 0);
