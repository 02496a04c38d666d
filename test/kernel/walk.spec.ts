import { unseenOf } from '../harness/walk-properties.js';
import { toyDecider } from './toy/toy.js';
import { toyWalk } from './toy/toy.walk.js';

describe('lives led by chance', () => {
  it('keep the invariant: no fact is refused where it stands, those judged once and those waived apart (P8, P9)', () => {
    // A walk that never gets anywhere holds every promise.
    const must = [...Object.keys(toyDecider.offers), 'replace', 'void', 'restore', 'late', 'overridden', 'refused breaks-later'];
    expect(unseenOf(must, toyWalk, { walks: 40, steps: 40 })).toEqual([]);
  }, 120_000);
});
