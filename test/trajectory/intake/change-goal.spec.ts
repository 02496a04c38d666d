import { aiming, changeGoal, day, goalChanged, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const training = { goal: 'training', askAgainOn: day('2020-01-01'), reason: 'paid-work-not-yet-feasible' } as const;

describe('ChangeGoal', () => {
  it('is changed when paid work is not yet feasible, and back to paid work (R-08)', () => {
    given(...aiming({ on: '2019-10-03' }))
      .when(changeGoal({ on: '2019-10-10', ...training }))
      .then(goalChanged({ on: '2019-10-10', ...training }));
    given(...aiming({ on: '2019-10-03' }), goalChanged({ on: '2019-10-10', ...training }))
      .when(changeGoal({ on: '2020-01-01', reason: 'paid-work-feasible-again' }))
      .then(goalChanged({ on: '2020-01-01', reason: 'paid-work-feasible-again' }));
  });

  it('is changed in nothing but the day to ask again (R-08)', () => {
    given(...aiming({ on: '2019-10-03' }), goalChanged({ on: '2019-10-10', ...training }))
      .when(changeGoal({ on: '2020-01-01', ...training, askAgainOn: day('2020-04-01') }))
      .then(goalChanged({ on: '2020-01-01', ...training, askAgainOn: day('2020-04-01') }));
  });

  it('is refused when nothing changes, also when repeated (R-08)', () => {
    given(...aiming({ on: '2019-10-03' }), goalChanged({ on: '2019-10-10', ...training }))
      .when(changeGoal({ on: '2019-10-10', ...training }))
      .thenRefused({ code: 'goal-unchanged', goal: 'training' });
  });

  it('is refused where no goal was set (R-08)', () => {
    given(started({ on: '2019-10-03' }))
      .when(changeGoal({ on: '2019-10-03' }))
      .thenRefused({ code: 'no-goal-set' });
  });

  it('obeys the programme as the first goal does (R-07)', () => {
    given(...aiming({ on: '2019-10-03' }))
      .when(changeGoal({ on: '2019-10-10', goal: 'training' }))
      .thenRefused({ code: 'ask-again-missing', goal: 'training' });
  });
});
