import { answered, answerOffer, closed, day, offered, started } from '../../examples/trajectory.examples.js';
import { idOf, toReplace } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('AnswerOffer', () => {
  it('is answered with a yes, and with a no that says why (R-04)', () => {
    given(offered({ on: '2019-10-03' }))
      .when(answerOffer({ on: '2019-10-03' }))
      .then(answered({ on: '2019-10-03' }));
    given(offered({ on: '2019-10-03' }))
      .when(answerOffer({ on: '2019-10-05', accepted: false, reason: 'found-work' }))
      .then(answered({ on: '2019-10-05', accepted: false, reason: 'found-work' }));
  });

  it('is refused as a no without a reason (R-04)', () => {
    given(offered({ on: '2019-10-03' }))
      .when(answerOffer({ on: '2019-10-05', accepted: false }))
      .thenRefused({ code: 'reason-missing' });
  });

  it('is refused the second time (R-04)', () => {
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-05' }))
      .when(answerOffer({ on: '2019-10-06' }))
      .thenRefused({ code: 'no-open-offer' });
  });

  it('is refused where nothing was offered, or before it was (R-01)', () => {
    given()
      .when(answerOffer({ on: '2019-10-05' }))
      .thenRefused({ code: 'not-started' });
    given(offered({ on: '2019-10-03' }))
      .when(answerOffer({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
    given(started({ on: '2019-10-03' }))
      .when(answerOffer({ on: '2019-10-05' }))
      .thenRefused({ code: 'already-started' });
  });

  it('is refused after the offer was closed (R-03)', () => {
    given(offered({ on: '2019-10-03' }), closed({ on: '2019-10-04' }))
      .when(answerOffer({ on: '2019-10-05' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-04'), result: 'paid-work' });
  });

  it('is not turned into a no under a start that rests on it (R-06, P8)', () => {
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-05' }), started({ on: '2019-10-07' }))
      .whenCorrecting([
        toReplace(idOf('OfferAnswered'), { occurredOn: day('2019-10-05'), data: { accepted: false, reason: 'not-now' } }),
      ])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('TrajectoryStarted'),
        type: 'TrajectoryStarted',
        occurredOn: day('2019-10-07'),
        refusal: 'offer-not-accepted',
      });
  });
});
