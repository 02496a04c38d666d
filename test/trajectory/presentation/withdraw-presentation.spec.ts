import {
  presentationId,
  presentationPublished,
  presentationViewed,
  presentationWithdrawn,
  withdrawPresentation,
} from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { idOf } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const shown = [started({ on: '2020-03-16' }), presentationPublished({ on: '2020-03-20' })];

describe('WithdrawPresentation', () => {
  it('is withdrawn once, on the day of publishing at the earliest (R-231)', () => {
    given(...shown)
      .when(withdrawPresentation({ on: '2020-03-20' }))
      .then(presentationWithdrawn({ on: '2020-03-20' }));
    given(...shown)
      .when(withdrawPresentation({ on: '2020-03-19' }))
      .thenRefused({ code: 'no-such-presentation', presentationId });
    given(...shown, presentationWithdrawn({ on: '2020-05-01' }))
      .when(withdrawPresentation({ on: '2020-05-01' }))
      .thenRefused({ code: 'presentation-withdrawn', presentationId, withdrawnOn: day('2020-05-01') });
  });

  it('is withdrawn after the closing too: a permission may always be taken back (R-231)', () => {
    given(...shown, closed({ on: '2020-04-30' }))
      .when(withdrawPresentation({ on: '2020-05-01' }))
      .then(presentationWithdrawn({ on: '2020-05-01' }));
  });

  it('is refused where somebody looked at it later (R-231, P8)', () => {
    given(...shown, presentationViewed({ on: '2020-04-02' }))
      .when(withdrawPresentation({ on: '2020-04-01' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('PresentationViewed'),
        type: 'PresentationViewed',
        occurredOn: day('2020-04-02'),
        refusal: 'presentation-withdrawn',
      });
  });
});
