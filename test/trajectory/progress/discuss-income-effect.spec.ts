import { discussIncomeEffect, incomeEffectDiscussed } from '../../examples/around.examples.js';
import { closed, day, matchId, proposed, started, words } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('DiscussIncomeEffect', () => {
  it('is about work in general or about a match, and its amounts are sealed (R-228, P10)', () => {
    given(started({ on: '2019-10-03' }))
      .when(discussIncomeEffect({ on: '2019-10-03' }))
      .then({ ...incomeEffectDiscussed({ on: '2019-10-03' }), seal: words });
    given(...proposed({ on: '2019-10-03' }))
      .when(discussIncomeEffect({ on: '2019-10-03', matchId }))
      .then({ ...incomeEffectDiscussed({ on: '2019-10-03', matchId }), seal: words });
  });

  it('is refused about a match that was not proposed by then (R-228)', () => {
    given(...proposed({ on: '2019-10-03' }))
      .when(discussIncomeEffect({ on: '2019-10-02', matchId }))
      .thenRefused({ code: 'no-such-match', matchId });
  });

  it('is refused from the day after the closing (R-03)', () => {
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }))
      .when(discussIncomeEffect({ on: '2019-10-11' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-10'), result: 'paid-work' });
  });
});
