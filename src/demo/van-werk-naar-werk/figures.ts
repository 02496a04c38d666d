import { addPeriod, type Day, type Period } from '../../kernel/days.js';
import { lines, share, streams, type Counted, type Told } from '../stage/figures.js';

/** "binnen 6 maanden": counted from the day of enrolment, which the text does not say; ours. */
const WITHIN = 'P6M';

const offered = streams('TrajectoryOffered');
const enrolled = streams('TrajectoryStarted');
const found: Counted['of'] = (told) => told.filter((one) => foundJob(one, () => true)).length;
const foundInTime: Counted['of'] = (told) =>
  told.filter((one) => foundJob(one, (enrolledOn, on) => on <= inTime(enrolledOn))).length;

/** What is counted of Van Werk naar Werk. */
export const FIGURES: readonly Counted[] = [
  { name: 'employers', from: 'text', of: lines('EmployerRegistered') },
  { name: 'workers to whom it was offered', from: 'text', of: offered },
  { name: 'workers who enrolled', from: 'ours', of: enrolled },
  { name: 'new jobs within 6 months of enrolment', from: 'ours', of: foundInTime },
  { name: 'new jobs later', from: 'ours', of: (told) => found(told) - foundInTime(told) },
  { name: 'of a hundred who enrolled, within 6 months', from: 'text', of: share(foundInTime, enrolled), unit: '%' },
  { name: 'of a hundred to whom it was offered', from: 'ours', of: share(foundInTime, offered), unit: '%' },
  { name: 'dismissals announced', from: 'ours', of: lines('DismissalAnnounced') },
  { name: 'dismissals revised', from: 'ours', of: lines('DismissalRevised') },
  { name: 'retrainings taken up', from: 'ours', of: lines('RetrainingStarted') },
  { name: 'retrainings dropped', from: 'ours', of: lines('RetrainingDropped') },
  { name: 'referrals to providers', from: 'ours', of: lines('ProviderReferred') },
  { name: 'follow-ups planned', from: 'ours', of: lines('FollowUpPlanned') },
  { name: 'follow-ups fallen due', from: 'ours', of: lines('FollowUpFellDue') },
];

function foundJob(told: Told, when: (enrolledOn: string, on: string) => boolean): boolean {
  const enrolledOn = told.find(({ type }) => type === 'TrajectoryStarted')?.data.enrolledOn;
  return told.some(({ type, occurredOn }) => type === 'NewJobFound' && when(String(enrolledOn), occurredOn));
}

const inTime = (enrolledOn: string): string => addPeriod(enrolledOn as Day, WITHIN as Period);
