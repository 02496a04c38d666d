import {
  aiming,
  closed,
  day,
  expressInterest,
  interestExpressed,
  matchFellThrough,
  matchId,
  matchMade,
  matched,
  proposed,
} from '../../examples/trajectory.examples.js';
import { idOf, toReplace } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('ExpressInterest', () => {
  it('is recorded without making a match as long as one side says yes (R-11)', () => {
    given(...proposed({ on: '2019-10-03' }))
      .when(expressInterest({ on: '2019-10-03' }))
      .then(interestExpressed({ on: '2019-10-03' }));
  });

  it('makes the match with the second yes (R-11)', () => {
    given(...proposed({ on: '2019-10-03' }), interestExpressed({ on: '2019-10-03', by: 'employer' }))
      .when(expressInterest({ on: '2019-10-05' }))
      .then(interestExpressed({ on: '2019-10-05' }), matchMade({ on: '2019-10-05' }));
  });

  it('makes the match on the later day when the first yes is entered late (R-11, P8)', () => {
    given(...proposed({ on: '2019-10-03' }), interestExpressed({ on: '2019-10-08', by: 'employer' }))
      .today('2019-10-10')
      .when(expressInterest({ on: '2019-10-05' }))
      .then(interestExpressed({ on: '2019-10-05' }), matchMade({ on: '2019-10-08' }));
  });

  it('makes no match of a late yes that was taken back since (R-11, P8)', () => {
    given(
      ...proposed({ on: '2019-10-03' }),
      interestExpressed({ on: '2019-10-07', interested: false, reason: 'other-job' }),
      interestExpressed({ on: '2019-10-08', by: 'employer' }),
    )
      .today('2019-10-10')
      .when(expressInterest({ on: '2019-10-05' }))
      .then(interestExpressed({ on: '2019-10-05' }));
  });

  it('makes no match with a no, and none of a match that fell through that day (R-11)', () => {
    given(...proposed({ on: '2019-10-03' }), interestExpressed({ on: '2019-10-03', by: 'employer' }))
      .when(expressInterest({ on: '2019-10-05', interested: false, reason: 'travel-too-far' }))
      .then(interestExpressed({ on: '2019-10-05', interested: false, reason: 'travel-too-far' }));
    given(
      ...proposed({ on: '2019-10-03' }),
      interestExpressed({ on: '2019-10-03', by: 'employer' }),
      matchFellThrough({ on: '2019-10-05' }),
    )
      .when(expressInterest({ on: '2019-10-05' }))
      .then(interestExpressed({ on: '2019-10-05' }));
  });

  it('is refused as a no without a reason (R-10)', () => {
    given(...proposed({ on: '2019-10-03' }))
      .when(expressInterest({ on: '2019-10-05', interested: false }))
      .thenRefused({ code: 'reason-missing' });
  });

  it('is refused for a match that is not there, on the day before it too (R-10)', () => {
    given(...aiming({ on: '2019-10-03' }))
      .when(expressInterest({ on: '2019-10-05' }))
      .thenRefused({ code: 'no-such-match', matchId });
    given(...proposed({ on: '2019-10-03' }))
      .when(expressInterest({ on: '2019-10-02' }))
      .thenRefused({ code: 'no-such-match', matchId });
  });

  it('is refused from the day after the match fell through, and once it is made (R-10)', () => {
    given(...proposed({ on: '2019-10-03' }), matchFellThrough({ on: '2019-10-05' }))
      .when(expressInterest({ on: '2019-10-06' }))
      .thenRefused({ code: 'match-fell', matchId, fellOn: day('2019-10-05') });
    given(...matched({ on: '2019-10-05' }))
      .when(expressInterest({ on: '2019-10-05' }))
      .thenRefused({ code: 'match-made', matchId, madeOn: day('2019-10-05') });
  });

  it('is refused after the closing (R-03)', () => {
    given(...proposed({ on: '2019-10-03' }), closed({ on: '2019-10-05' }))
      .when(expressInterest({ on: '2019-10-06' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-05'), result: 'paid-work' });
  });

  it('is not turned into a no under the match that rests on it (R-11, P8)', () => {
    given(...matched({ on: '2019-10-05' }))
      .whenCorrecting([
        toReplace(idOf('InterestExpressed'), {
          occurredOn: day('2019-10-04'),
          data: { matchId, by: 'candidate', interested: false, reason: 'other' },
        }),
      ])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('MatchMade'),
        type: 'MatchMade',
        occurredOn: day('2019-10-05'),
        refusal: 'not-both-interested',
      });
  });
});
