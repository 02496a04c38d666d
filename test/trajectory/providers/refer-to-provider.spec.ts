import { providerReferred, referToProvider } from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('ReferToProvider', () => {
  it('is referred, also to the same provider again (R-250)', () => {
    given(started({ on: '2019-10-03' }), providerReferred({ on: '2019-11-04' }))
      .when(referToProvider({ on: '2019-11-04' }))
      .then(providerReferred({ on: '2019-11-04', referralId: newId('referral') }));
  });

  it('is refused from the day after the closing (R-03)', () => {
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }))
      .when(referToProvider({ on: '2019-10-11' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-10'), result: 'paid-work' });
  });
});
