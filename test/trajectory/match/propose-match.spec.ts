import { shelfWith } from '../../examples/programme.examples.js';
import {
  aiming,
  bakery,
  day,
  garage,
  interestExpressed,
  matchFellThrough,
  matchId,
  matchMade,
  matchProposed,
  october,
  placed,
  placementEnded,
  proposed,
  proposeMatch,
  started,
} from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const given = stories();

describe('ProposeMatch', () => {
  it('is proposed (R-09)', () => {
    given(...aiming({ on: '2019-10-03' }))
      .when(proposeMatch({ on: '2019-10-03' }))
      .then(matchProposed({ on: '2019-10-03', matchId: newId('match') }));
  });

  it('with the yes of both is made in the same breath (R-11)', () => {
    const it = { matchId: newId('match') };
    given(...aiming({ on: '2019-10-03' }))
      .when(proposeMatch({ on: '2019-10-03', interested: ['candidate', 'employer'] }))
      .then(
        matchProposed({ on: '2019-10-03', ...it }),
        interestExpressed({ on: '2019-10-03', by: 'candidate', ...it }),
        interestExpressed({ on: '2019-10-03', by: 'employer', ...it }),
        matchMade({ on: '2019-10-03', ...it }),
      );
  });

  it('with the yes of one only is not made, however often that one says it (R-11)', () => {
    const it = { matchId: newId('match') };
    given(...aiming({ on: '2019-10-03' }))
      .when(proposeMatch({ on: '2019-10-03', interested: ['employer', 'employer'] }))
      .then(matchProposed({ on: '2019-10-03', ...it }), interestExpressed({ on: '2019-10-03', by: 'employer', ...it }));
  });

  it('from a meeting has the id that follows from trajectory, meeting and employer (R-09)', () => {
    const { data } = started({ on: '2019-10-03' });
    const trajectory = testId('name', JSON.stringify(['round', data.candidateId, data.programmeId, 1]));
    const ofMeeting = testId<'match'>('name', JSON.stringify(['match', trajectory, october, bakery]));

    given(...aiming({ on: '2019-10-03' }))
      .when(proposeMatch({ on: '2019-10-03', meetingId: october, because: 'met-at-meeting' }))
      .then(matchProposed({ on: '2019-10-03', matchId: ofMeeting, meetingId: october, because: 'met-at-meeting' }));
  });

  it('is refused while one with the employer is open, and not with another employer (R-09)', () => {
    const story = given(...proposed({ on: '2019-10-03' }));
    story.when(proposeMatch({ on: '2019-10-04' })).thenRefused({ code: 'already-proposed', matchId, employerId: bakery });
    story
      .when(proposeMatch({ on: '2019-10-04', employerId: garage }))
      .then(matchProposed({ on: '2019-10-04', employerId: garage, matchId: newId('match') }));
  });

  it('is proposed again after it fell through, from that day on (R-09)', () => {
    const story = given(...proposed({ on: '2019-10-03' }), matchFellThrough({ on: '2019-10-10' })).today('2019-10-20');
    story.when(proposeMatch({ on: '2019-10-10' })).then(matchProposed({ on: '2019-10-10', matchId: newId('match') }));
    story.when(proposeMatch({ on: '2019-10-09' })).thenRefused({ code: 'already-proposed', matchId, employerId: bakery });
  });

  it('is proposed again after the placement ended, not while it runs (R-09)', () => {
    given(...placed({ on: '2019-11-04' }))
      .when(proposeMatch({ on: '2019-12-01' }))
      .thenRefused({ code: 'already-proposed', matchId, employerId: bakery });
    given(...placed({ on: '2019-11-04' }), placementEnded({ on: '2019-11-30' }))
      .when(proposeMatch({ on: '2019-12-01' }))
      .then(matchProposed({ on: '2019-12-01', matchId: newId('match') }));
  });

  it('from one meeting with one employer happens once for ever (R-09)', () => {
    given(
      ...aiming({ on: '2019-10-03' }),
      matchProposed({ on: '2019-10-03', meetingId: october }),
      matchFellThrough({ on: '2019-10-10' }),
    )
      .when(proposeMatch({ on: '2019-10-20', meetingId: october }))
      .thenRefused({ code: 'already-proposed', matchId, employerId: bakery });
  });

  it('is refused while the phase is not open (R-02)', () => {
    const phases = [{ id: 'meeting' as never, opens: ['GoalSet' as const], holds: ['MatchProposed' as const] }];
    stories(shelfWith({ phases }))(started({ on: '2019-10-03' }))
      .when(proposeMatch({ on: '2019-10-03' }))
      .thenRefused({ code: 'phase-not-open', phase: 'meeting', missing: ['GoalSet'] });
  });

  it('is refused before the start (R-01)', () => {
    given(started({ on: '2019-10-03' }))
      .when(proposeMatch({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
  });
});
