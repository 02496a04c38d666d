import { closed, day, goalSet, reopened, reopenTrajectory, setGoal, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('ReopenTrajectory', () => {
  it('is reopened, and goes on from that day (R-21)', () => {
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }))
      .when(reopenTrajectory({ on: '2019-10-10' }))
      .then(reopened({ on: '2019-10-10' }));

    const again = given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }), reopened({ on: '2019-10-14' }));
    again.when(setGoal({ on: '2019-10-14' })).then(goalSet({ on: '2019-10-14' }));
    again.when(setGoal({ on: '2019-10-13' })).thenRefused({
      code: 'trajectory-closed',
      closedOn: day('2019-10-10'),
      result: 'paid-work',
    });
  });

  it('is refused when it is not closed, also the second time (R-21)', () => {
    given(started({ on: '2019-10-03' }))
      .when(reopenTrajectory({ on: '2019-10-10' }))
      .thenRefused({ code: 'not-closed' });
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }), reopened({ on: '2019-10-14' }))
      .when(reopenTrajectory({ on: '2019-10-15' }))
      .thenRefused({ code: 'not-closed' });
  });

  it('is refused where nothing began (R-01)', () => {
    given()
      .when(reopenTrajectory({ on: '2019-10-10' }))
      .thenRefused({ code: 'not-started' });
  });
});
