import { acceptReferral, providerAccepted, providerReferred, referralId } from '../../examples/around.examples.js';
import { day, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const asked = [started({ on: '2019-10-03' }), providerReferred({ on: '2019-11-04' })];

describe('AcceptReferral', () => {
  it('is accepted once, on the day of the referral at the earliest (R-250)', () => {
    given(...asked)
      .when(acceptReferral({ on: '2019-11-04' }))
      .then(providerAccepted({ on: '2019-11-04' }));
    given(...asked)
      .when(acceptReferral({ on: '2019-11-03' }))
      .thenRefused({ code: 'no-such-referral', referralId });
    given(...asked, providerAccepted({ on: '2019-11-08' }))
      .when(acceptReferral({ on: '2019-11-08' }))
      .thenRefused({ code: 'referral-accepted', referralId, acceptedOn: day('2019-11-08') });
  });
});
