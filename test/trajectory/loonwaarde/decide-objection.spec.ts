import {
  decideObjection,
  loonwaardeMeasured,
  measurementId,
  objectionDecided,
  objectionFiled,
} from '../../examples/at-work.examples.js';
import { day, placed } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const measured = [...placed({ on: '2019-11-04' }), loonwaardeMeasured({ on: '2019-12-09' })];

describe('DecideLoonwaardeObjection', () => {
  it('is decided on the day of the objection or later (R-327)', () => {
    given(...measured, objectionFiled({ on: '2019-12-20' }))
      .when(decideObjection({ on: '2019-12-20', outcome: 'withdrawn' }))
      .then(objectionDecided({ on: '2019-12-20', outcome: 'withdrawn' }));
  });

  it('is refused the day before the objection, and of the side that did not object (R-327)', () => {
    given(...measured, objectionFiled({ on: '2019-12-20' }))
      .when(decideObjection({ on: '2019-12-19' }))
      .thenRefused({ code: 'no-objection', measurementId, by: 'employer' });
    given(...measured, objectionFiled({ on: '2019-12-20' }))
      .when(decideObjection({ on: '2019-12-20', by: 'candidate' }))
      .thenRefused({ code: 'no-objection', measurementId, by: 'candidate' });
  });

  it('is refused the second time, and before the measurement (R-327)', () => {
    given(...measured, objectionFiled({ on: '2019-12-20' }), objectionDecided({ on: '2020-01-31' }))
      .when(decideObjection({ on: '2020-02-01', outcome: 'well-founded' }))
      .thenRefused({ code: 'objection-decided', measurementId, by: 'employer', decidedOn: day('2020-01-31') });
    given(...measured)
      .when(decideObjection({ on: '2019-12-08' }))
      .thenRefused({ code: 'no-such-measurement', measurementId });
  });
});
