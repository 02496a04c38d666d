import { lines, streams, type Counted } from '../stage/figures.js';

const placed = (kind: string, location: string): Counted['of'] =>
  lines('PlacementStarted', (data) => data.kind === kind && data.location === location);

/** What is counted of the Werkwinkel; all numbers are ours. */
export const FIGURES: readonly Counted[] = [
  { name: 'volunteers', from: 'ours', of: streams('ParticipationStepChanged', ({ step }) => step === 'volunteer-work') },
  {
    name: 'of whom reached work experience',
    from: 'ours',
    of: streams('ParticipationStepChanged', ({ step }) => step === 'work-experience'),
  },
  {
    name: 'of whom reached paid work',
    from: 'ours',
    of: streams('ParticipationStepChanged', ({ step }) => step === 'paid-work'),
  },
  { name: 'steps back', from: 'ours', of: lines('ParticipationStepChanged', ({ reason }) => reason === 'setback') },
  { name: 'work experience inside', from: 'ours', of: placed('work-experience', 'internal') },
  { name: 'work experience outside', from: 'ours', of: placed('work-experience', 'external') },
  { name: 'paid work inside', from: 'ours', of: placed('job', 'internal') },
  { name: 'paid work outside', from: 'ours', of: placed('job', 'external') },
  { name: 'contracts signed', from: 'ours', of: lines('ContractSigned') },
  { name: 'guidance, coaching', from: 'ours', of: lines('GuidanceSessionHeld', ({ kind }) => kind === 'coaching') },
  { name: 'guidance, on the job', from: 'ours', of: lines('GuidanceSessionHeld', ({ kind }) => kind === 'on-the-job') },
  { name: 'stagnations flagged', from: 'ours', of: lines('StagnationFlagged') },
  { name: 'aftercare contacts assigned', from: 'ours', of: lines('AftercareContactAssigned') },
  { name: 'risks flagged', from: 'ours', of: lines('RiskFlagged') },
  { name: 'dropped out of work', from: 'ours', of: lines('PlacementEnded', ({ reason }) => reason === 'dropped-out') },
  { name: 'follow-ups planned', from: 'ours', of: lines('FollowUpPlanned') },
  { name: 'follow-ups fallen due', from: 'ours', of: lines('FollowUpFellDue') },
];
