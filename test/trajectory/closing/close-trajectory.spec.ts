import type { TrajectoryEventOf } from '../../../src/trajectory/trajectory.events.js';
import { meedoenWerkt } from '../../examples/programme.examples.js';
import {
  aiming,
  checkInRecorded,
  closed,
  closeTrajectory,
  day,
  goalChanged,
  offered,
  placed,
  started,
} from '../../examples/trajectory.examples.js';
import { idOf } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const result = (code: string) => code as TrajectoryEventOf<'TrajectoryClosed'>['data']['result'];

describe('CloseTrajectory', () => {
  it('is closed with a result of its programme, also while a placement runs (R-20)', () => {
    given(...placed({ on: '2019-11-04' }))
      .when(closeTrajectory({ on: '2019-11-04' }))
      .then(closed({ on: '2019-11-04' }));
  });

  it('as entered in error is closed in every programme, an offer too (R-20)', () => {
    given(offered({ on: '2019-10-03' }))
      .when(closeTrajectory({ on: '2019-10-03', result: result('entered-in-error') }))
      .then(closed({ on: '2019-10-03', result: result('entered-in-error') }));
  });

  it('is refused with a result that the programme does not know (R-20)', () => {
    given(started({ on: '2019-10-03' }))
      .when(closeTrajectory({ on: '2019-10-03', result: result('lottery') }))
      .thenRefused({
        code: 'result-not-allowed',
        result: result('lottery'),
        allowed: [...meedoenWerkt.results, result('entered-in-error')],
      });
  });

  it('is refused with such a result by any override, also where it is refused for something else first (R-20, P10)', () => {
    const early = closeTrajectory({ on: '2019-10-02', result: result('lottery') });
    const story = given(started({ on: '2019-10-03' })).today('2019-10-03');
    story.when(early).thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
    expect(story.overriding().when(early).outcome).toMatchObject({ refusal: { code: 'result-not-allowed' } });
  });

  it('is refused the second time (R-20)', () => {
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }))
      .when(closeTrajectory({ on: '2019-10-10' }))
      .thenRefused({ code: 'already-closed', closedOn: day('2019-10-10'), result: 'paid-work' });
  });

  it('is refused where nothing began, and before it did (R-01)', () => {
    given()
      .when(closeTrajectory({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
    given(started({ on: '2019-10-03' }))
      .when(closeTrajectory({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
  });

  it('is refused before what was still done, not before a check-in (R-03, R-18)', () => {
    given(...aiming({ on: '2019-10-03' }), goalChanged({ on: '2019-10-10', askAgainOn: day('2020-01-01') }))
      .when(closeTrajectory({ on: '2019-10-09' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('GoalChanged'),
        type: 'GoalChanged',
        occurredOn: day('2019-10-10'),
        refusal: 'trajectory-closed',
      });
    given(...placed({ on: '2019-11-04' }), checkInRecorded({ on: '2019-11-18' }))
      .when(closeTrajectory({ on: '2019-11-10' }))
      .then(closed({ on: '2019-11-10' }));
  });
});
