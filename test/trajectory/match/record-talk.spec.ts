import {
  aiming,
  day,
  matched,
  matchFellThrough,
  matchId,
  proposed,
  recordTalk,
  talkHeld,
} from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordTalk', () => {
  it('is held by the three of them, on the day of the match and again (R-12)', () => {
    given(...matched({ on: '2019-10-05' }))
      .when(recordTalk({ on: '2019-10-05' }))
      .then(talkHeld({ on: '2019-10-05' }));
    given(...matched({ on: '2019-10-05' }), talkHeld({ on: '2019-10-05' }))
      .when(recordTalk({ on: '2019-10-12' }))
      .then(talkHeld({ on: '2019-10-12' }));
  });

  it('is refused without one of the three (R-12)', () => {
    given(...matched({ on: '2019-10-05' }))
      .when(recordTalk({ on: '2019-10-05', participants: ['employer', 'municipality', 'employer'] }))
      .thenRefused({ code: 'participant-missing', missing: ['candidate'] });
  });

  it('is refused before both said yes (R-12)', () => {
    given(...proposed({ on: '2019-10-03' }))
      .when(recordTalk({ on: '2019-10-05' }))
      .thenRefused({ code: 'match-not-made', matchId });
    given(...matched({ on: '2019-10-05' }))
      .when(recordTalk({ on: '2019-10-04' }))
      .thenRefused({ code: 'match-not-made', matchId });
  });

  it('is held on the day on which the match fell through, not after it (R-10)', () => {
    const story = given(...matched({ on: '2019-10-05' }), matchFellThrough({ on: '2019-10-07' })).today('2019-10-09');
    story.when(recordTalk({ on: '2019-10-07' })).then(talkHeld({ on: '2019-10-07' }));
    story.when(recordTalk({ on: '2019-10-08' })).thenRefused({ code: 'match-fell', matchId, fellOn: day('2019-10-07') });
  });

  it('is refused for a match that is not there (R-10)', () => {
    given(...aiming({ on: '2019-10-03' }))
      .when(recordTalk({ on: '2019-10-05' }))
      .thenRefused({ code: 'no-such-match', matchId });
  });
});
