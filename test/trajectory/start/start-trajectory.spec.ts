import { shelfOf } from '../../../src/programme/shelf.js';
import { calendar, programmeId, published } from '../../examples/programme.examples.js';
import {
  answered,
  candidateId,
  closed,
  day,
  earlier,
  goalSet,
  offered,
  setGoal,
  started,
  startTrajectory,
} from '../../examples/trajectory.examples.js';
import { idOf, toReplace, toVoid } from '../../harness/decider-spec.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const given = stories();

describe('StartTrajectory', () => {
  it('starts at once, or after a yes (R-06)', () => {
    given()
      .when(startTrajectory({ on: '2019-10-03' }))
      .then(started({ on: '2019-10-03' }));
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-05' }))
      .when(startTrajectory({ on: '2019-10-05' }))
      .then(started({ on: '2019-10-05' }));
  });

  it('is refused the second time (R-06)', () => {
    given(started({ on: '2019-10-03' }))
      .when(startTrajectory({ on: '2019-10-03' }))
      .thenRefused({ code: 'already-started' });
  });

  it('is refused under a version that is not in force by any override, also where it is refused for something else first (R-05, P12)', () => {
    const again = startTrajectory({ on: '2018-01-01' });
    const story = given(started({ on: '2019-10-03' })).today('2019-10-03');
    story.when(again).thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
    expect(story.overriding().when(again).outcome).toMatchObject({ refusal: { code: 'no-rules-in-force' } });
  });

  it('is refused while the offer is open, and after a no (R-06)', () => {
    given(offered({ on: '2019-10-03' }))
      .when(startTrajectory({ on: '2019-10-05' }))
      .thenRefused({ code: 'offer-not-accepted', answer: 'open' });
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-04', accepted: false, reason: 'not-now' }))
      .when(startTrajectory({ on: '2019-10-05' }))
      .thenRefused({ code: 'offer-not-accepted', answer: 'declined' });
  });

  it('is refused before the offer, and after an offered one was closed (R-01, R-03)', () => {
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-04' }))
      .when(startTrajectory({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-04' }), closed({ on: '2019-10-04' }))
      .when(startTrajectory({ on: '2019-10-05' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-04'), result: 'paid-work' });
  });

  it('counts terms from the day of enrolment, which is not after the start (R-06)', () => {
    given()
      .when(startTrajectory({ on: '2019-10-03', enrolledOn: day('2019-10-03') }))
      .then(started({ on: '2019-10-03', enrolledOn: day('2019-10-03') }));
    given()
      .when(startTrajectory({ on: '2019-10-03', enrolledOn: day('2019-10-04') }))
      .thenRefused({ code: 'enrolled-after-start', enrolledOn: day('2019-10-04'), startedOn: day('2019-10-03') });
  });

  it('is about whom and what was offered (R-05)', () => {
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-04' }))
      .when(startTrajectory({ on: '2019-10-05', candidateId: testId('candidate', 'bert') }))
      .thenRefused({ code: 'other-trajectory', candidateId, programmeId, round: 1 });
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-04' }))
      .when(startTrajectory({ on: '2019-10-05', round: 2, previousTrajectoryId: earlier }))
      .thenRefused({ code: 'other-trajectory', candidateId, programmeId, round: 1 });
  });

  it('is refused on a day without a version, also when an earlier offer names one (R-05, P12)', () => {
    const late = stories(shelfOf([published({}, { validFrom: '2019-10-04' })], [calendar()]));
    late()
      .when(startTrajectory({ on: '2019-10-03' }))
      .thenRefused({ code: 'no-rules-in-force', programmeId, programmeVersion: 0, on: day('2019-10-03') });
  });

  it('brings the version of its own day over that of the offer (R-05)', () => {
    const shelf = shelfOf(
      [published(), published({ goals: ['training'] }, { version: 2, validFrom: '2019-10-05' })],
      [calendar()],
    );
    stories(shelf)(
      offered({ on: '2019-10-03' }),
      answered({ on: '2019-10-04' }),
      started({ on: '2019-10-05', programmeVersion: 2 }),
    )
      .when(setGoal({ on: '2019-10-06' }))
      .thenRefused({ code: 'goal-not-allowed', goal: 'paid-work', allowed: ['training'] });
  });

  it('as the first event is not voided, keeps whose it is, and moves only before what followed (R-01, P8)', () => {
    const story = given(started({ on: '2019-10-03' }), goalSet({ on: '2019-10-04' }));
    const { data } = started({ on: '2019-10-03' });

    story.whenCorrecting([toVoid(idOf('TrajectoryStarted'))]).thenRefused({
      code: 'first-cannot-be-voided',
      eventId: idOf('TrajectoryStarted'),
    });
    story
      .whenCorrecting([
        toReplace(idOf('TrajectoryStarted'), {
          occurredOn: day('2019-10-03'),
          data: { ...data, candidateId: testId('candidate', 'bert') },
        }),
      ])
      .thenRefused({ code: 'ids-must-stay', eventId: idOf('TrajectoryStarted'), ids: ['candidateId'] });
    story
      .today('2019-10-09')
      .whenCorrecting([toReplace(idOf('TrajectoryStarted'), { occurredOn: day('2019-10-05'), data })])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('GoalSet'),
        type: 'GoalSet',
        occurredOn: day('2019-10-04'),
        refusal: 'before-start',
      });
  });
});
