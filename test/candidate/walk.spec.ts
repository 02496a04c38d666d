import { candidateDecider } from '../../src/candidate/decider.js';
import { unseenOf } from '../harness/walk-properties.js';
import { candidateWalk } from './candidate.walk.js';

describe('lives of candidates led by chance', () => {
  it('keep the invariant, and next steps are just what is accepted (P8, P9)', () => {
    const must = [
      ...Object.keys(candidateDecider.offers),
      'replace',
      'void',
      'restore',
      'late',
      'overridden',
      'refused benefit-runs',
      'refused benefit-had-ended',
      'refused identity-already-linked',
      'refused merged',
      'refused linked-survives',
      'refused not-merged',
      'refused candidate-erased',
    ];
    expect(unseenOf(must, candidateWalk, { walks: 12, steps: 40 })).toEqual([]);
  }, 120_000);
});
