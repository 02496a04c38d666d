import {
  aiming,
  closed,
  day,
  letMatchFall,
  matchFellThrough,
  matchId,
  matched,
  placed,
  placementId,
  proposed,
} from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('LetMatchFall', () => {
  it.each([
    ['before', proposed({ on: '2019-10-03' })],
    ['after', matched({ on: '2019-10-03' })],
  ])('is recorded %s both said yes (R-13)', (_, story) => {
    given(...story)
      .when(letMatchFall({ on: '2019-10-05' }))
      .then(matchFellThrough({ on: '2019-10-05' }));
  });

  it('is recorded after the closing too: a match that is over holds nobody (R-03, R-13)', () => {
    given(...matched({ on: '2019-10-03' }), closed({ on: '2019-10-04' }))
      .when(letMatchFall({ on: '2019-10-05' }))
      .then(matchFellThrough({ on: '2019-10-05' }));
  });

  it('is refused the second time (R-13)', () => {
    given(...proposed({ on: '2019-10-03' }), matchFellThrough({ on: '2019-10-05' }))
      .when(letMatchFall({ on: '2019-10-05' }))
      .thenRefused({ code: 'match-fell', matchId, fellOn: day('2019-10-05') });
  });

  it('is refused once a placement names the match, and for a match that is not there (R-13)', () => {
    given(...placed({ on: '2019-11-04' }))
      .when(letMatchFall({ on: '2019-11-05' }))
      .thenRefused({ code: 'already-placed', matchId, placementId });
    given(...aiming({ on: '2019-10-03' }))
      .when(letMatchFall({ on: '2019-10-05' }))
      .thenRefused({ code: 'no-such-match', matchId });
  });
});
