import {
  aiming,
  day,
  interestExpressed,
  matchFellThrough,
  matchId,
  matchMade,
  matched,
  proposed,
  recordMatch,
} from '../../examples/trajectory.examples.js';
import { idOf, replaced } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const no = { by: 'employer', interested: false, reason: 'other-candidate' } as const;

describe('RecordMatch', () => {
  it('is made where a correction brought about the second yes (R-11, P8)', () => {
    given(
      ...proposed({ on: '2019-10-03' }),
      interestExpressed({ on: '2019-10-03' }),
      interestExpressed({ on: '2019-10-05', ...no }),
      replaced(idOf('InterestExpressed', 1), '2019-10-07', interestExpressed({ on: '2019-10-05', by: 'employer' })),
    )
      .when(recordMatch({ on: '2019-10-05' }))
      .then(matchMade({ on: '2019-10-05' }));
  });

  it('is refused without the yes of both, the last word counting (R-11)', () => {
    given(...proposed({ on: '2019-10-03' }))
      .when(recordMatch({ on: '2019-10-05' }))
      .thenRefused({ code: 'not-both-interested', matchId, interested: [] });
    given(
      ...proposed({ on: '2019-10-03' }),
      interestExpressed({ on: '2019-10-03', by: 'employer' }),
      interestExpressed({ on: '2019-10-04', ...no }),
      interestExpressed({ on: '2019-10-05' }),
    )
      .when(recordMatch({ on: '2019-10-05' }))
      .thenRefused({ code: 'not-both-interested', matchId, interested: ['candidate'] });
  });

  it('is refused the second time (R-11)', () => {
    given(...matched({ on: '2019-10-05' }))
      .when(recordMatch({ on: '2019-10-06' }))
      .thenRefused({ code: 'match-made', matchId, madeOn: day('2019-10-05') });
  });

  it('is refused for a match that is not there or fell through (R-10)', () => {
    given(...aiming({ on: '2019-10-03' }))
      .when(recordMatch({ on: '2019-10-05' }))
      .thenRefused({ code: 'no-such-match', matchId });
    given(...proposed({ on: '2019-10-03' }), matchFellThrough({ on: '2019-10-05' }))
      .when(recordMatch({ on: '2019-10-06' }))
      .thenRefused({ code: 'match-fell', matchId, fellOn: day('2019-10-05') });
  });
});
