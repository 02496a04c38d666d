import { shelfOf } from '../../../src/programme/shelf.js';
import { calendar, programmeId, published } from '../../examples/programme.examples.js';
import {
  answered,
  candidateId,
  closed,
  day,
  earlier,
  offered,
  offerTrajectory,
  started,
} from '../../examples/trajectory.examples.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const given = stories();

describe('OfferTrajectory', () => {
  it('is offered, under the version of the programme that is in force that day (R-05)', () => {
    const shelf = shelfOf([published({}, { version: 1 }), published({}, { version: 4, validFrom: '2019-09-01' })], [calendar()]);
    const under = stories(shelf);

    under()
      .when(offerTrajectory({ on: '2019-08-31' }))
      .then(offered({ on: '2019-08-31', programmeVersion: 1 }));
    under()
      .when(offerTrajectory({ on: '2019-09-01' }))
      .then(offered({ on: '2019-09-01', programmeVersion: 4 }));
  });

  it('is refused the day before any version is in force, and the nearest is not used (R-05, P12)', () => {
    given()
      .when(offerTrajectory({ on: '2018-12-31' }))
      .thenRefused({
        code: 'no-rules-in-force',
        programmeId,
        programmeVersion: 0,
        on: day('2018-12-31'),
      });
  });

  it('is offered again after a no (R-04)', () => {
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-05', accepted: false, reason: 'not-now' }))
      .when(offerTrajectory({ on: '2019-11-07' }))
      .then(offered({ on: '2019-11-07' }));
  });

  it.each(['open', 'accepted'] as const)('is refused while the offer is %s (R-04)', (answer) => {
    const story = answer === 'open' ? [] : [answered({ on: '2019-10-05' })];
    given(offered({ on: '2019-10-03' }), ...story)
      .when(offerTrajectory({ on: '2019-11-07' }))
      .thenRefused({ code: 'already-offered', answer });
  });

  it('is refused once started, and after an offered one was closed (R-03, R-04)', () => {
    given(started({ on: '2019-10-03' }))
      .when(offerTrajectory({ on: '2019-11-07' }))
      .thenRefused({ code: 'already-started' });
    given(
      offered({ on: '2019-10-03' }),
      answered({ on: '2019-10-03', accepted: false, reason: 'moved' }),
      closed({ on: '2019-10-04' }),
    )
      .when(offerTrajectory({ on: '2019-10-05' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-04'), result: 'paid-work' });
  });

  it('is refused before the first one (R-01)', () => {
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-05', accepted: false, reason: 'not-now' }))
      .when(offerTrajectory({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
  });

  it('is refused for another candidate (R-05)', () => {
    given(offered({ on: '2019-10-03' }), answered({ on: '2019-10-05', accepted: false, reason: 'not-now' }))
      .when(offerTrajectory({ on: '2019-11-07', candidateId: testId('candidate', 'bert') }))
      .thenRefused({ code: 'other-trajectory', candidateId, programmeId, round: 1 });
  });

  it('is a later round exactly when there is a previous trajectory (R-05)', () => {
    given()
      .when(offerTrajectory({ on: '2019-10-03', round: 2, previousTrajectoryId: earlier }))
      .then(offered({ on: '2019-10-03', round: 2, previousTrajectoryId: earlier }));
    given()
      .when(offerTrajectory({ on: '2019-10-03', round: 2 }))
      .thenRefused({ code: 'round-without-previous', round: 2 });
    given()
      .when(offerTrajectory({ on: '2019-10-03', previousTrajectoryId: earlier }))
      .thenRefused({ code: 'previous-without-round', round: 1 });
  });
});
