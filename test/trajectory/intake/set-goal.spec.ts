import { shelfWith } from '../../examples/programme.examples.js';
import { aiming, closed, day, goalSet, offered, setGoal, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('SetGoal', () => {
  it('is set to paid work without a day to ask again (R-07)', () => {
    given(started({ on: '2019-10-03' }))
      .when(setGoal({ on: '2019-10-03' }))
      .then(goalSet({ on: '2019-10-03' }));
  });

  it('is refused the second time (R-07)', () => {
    given(...aiming({ on: '2019-10-03' }))
      .when(setGoal({ on: '2019-10-04' }))
      .thenRefused({ code: 'goal-already-set', goal: 'paid-work' });
  });

  it('is refused for a goal that the programme does not have (R-07)', () => {
    stories(shelfWith({ goals: ['paid-work', 'training'] }))(started({ on: '2019-10-03' }))
      .when(setGoal({ on: '2019-10-03', goal: 'volunteer-work', askAgainOn: day('2020-01-01') }))
      .thenRefused({ code: 'goal-not-allowed', goal: 'volunteer-work', allowed: ['paid-work', 'training'] });
  });

  it('asks again after anything but paid work, on a later day (R-07)', () => {
    const story = given(started({ on: '2019-10-03' }));

    story.when(setGoal({ on: '2019-10-03', goal: 'training' })).thenRefused({ code: 'ask-again-missing', goal: 'training' });
    story.when(setGoal({ on: '2019-10-03', goal: 'training', askAgainOn: day('2019-10-03') })).thenRefused({
      code: 'ask-again-not-later',
      askAgainOn: day('2019-10-03'),
      setOn: day('2019-10-03'),
    });
    story
      .when(setGoal({ on: '2019-10-03', goal: 'training', askAgainOn: day('2019-10-04') }))
      .then(goalSet({ on: '2019-10-03', goal: 'training', askAgainOn: day('2019-10-04') }));
  });

  it('is refused while nothing started, on the day before, and from the day after the closing (R-01, R-03)', () => {
    given()
      .when(setGoal({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
    given(offered({ on: '2019-10-03' }))
      .when(setGoal({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
    given(started({ on: '2019-10-03' }))
      .when(setGoal({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });

    const over = given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' })).today('2019-10-11');
    over.when(setGoal({ on: '2019-10-10' })).then(goalSet({ on: '2019-10-10' }));
    over.when(setGoal({ on: '2019-10-11' })).thenRefused({
      code: 'trajectory-closed',
      closedOn: day('2019-10-10'),
      result: 'paid-work',
    });
  });
});
