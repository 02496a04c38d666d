import {
  completeReferral,
  providerAccepted,
  providerCompleted,
  providerReferred,
  referralId,
} from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const asked = [started({ on: '2019-10-03' }), providerReferred({ on: '2019-11-04' })];
const accepted = [...asked, providerAccepted({ on: '2019-11-08' })];

describe('CompleteReferral', () => {
  it('is completed with what came of it, also after the closing (R-250)', () => {
    given(...accepted, closed({ on: '2019-12-31' }))
      .when(completeReferral({ on: '2020-02-29', outcome: 'partly-reached' }))
      .then(providerCompleted({ on: '2020-02-29', outcome: 'partly-reached' }));
  });

  it('is refused where nobody asked, nobody accepted, or it is completed (R-250)', () => {
    given(...asked)
      .when(completeReferral({ on: '2019-11-03' }))
      .thenRefused({ code: 'no-such-referral', referralId });
    given(...accepted)
      .when(completeReferral({ on: '2019-11-07' }))
      .thenRefused({ code: 'referral-not-accepted', referralId });
    given(...accepted, providerCompleted({ on: '2020-01-31' }))
      .when(completeReferral({ on: '2020-01-31' }))
      .thenRefused({ code: 'referral-completed', referralId, completedOn: day('2020-01-31') });
  });

  it('keeps the acceptance from being voided (R-250, P8)', () => {
    given(...accepted, providerCompleted({ on: '2020-01-31' }))
      .whenCorrecting([toVoid(idOf('ProviderAccepted'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('ProviderCompleted'),
        type: 'ProviderCompleted',
        occurredOn: day('2020-01-31'),
        refusal: 'referral-not-accepted',
      });
  });
});
