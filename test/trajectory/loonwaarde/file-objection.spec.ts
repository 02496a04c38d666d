import {
  fileObjection,
  loonwaardeMeasured,
  measurementId,
  objectionDecided,
  objectionFiled,
} from '../../examples/at-work.examples.js';
import { closed, day, placed, placementEnded } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const measured = [...placed({ on: '2019-11-04' }), loonwaardeMeasured({ on: '2019-12-09' })];

describe('FileLoonwaardeObjection', () => {
  it('is filed by each side, also after the placement and the closing (R-03, R-327)', () => {
    given(...measured, objectionFiled({ on: '2019-12-20' }), placementEnded({ on: '2019-12-31' }), closed({ on: '2020-01-01' }))
      .when(fileObjection({ on: '2020-01-10', by: 'candidate' }))
      .then(objectionFiled({ on: '2020-01-10', by: 'candidate' }));
  });

  it('is refused the day before the measurement (R-327)', () => {
    given(...measured)
      .when(fileObjection({ on: '2019-12-08' }))
      .thenRefused({ code: 'no-such-measurement', measurementId });
  });

  it('is refused the second time, before and after the decision (R-327)', () => {
    given(...measured, objectionFiled({ on: '2019-12-20' }))
      .when(fileObjection({ on: '2019-12-20' }))
      .thenRefused({ code: 'objection-filed', measurementId, by: 'employer', filedOn: day('2019-12-20') });
    given(...measured, objectionFiled({ on: '2019-12-20' }), objectionDecided({ on: '2020-01-31' }))
      .when(fileObjection({ on: '2020-02-01' }))
      .thenRefused({ code: 'objection-decided', measurementId, by: 'employer', decidedOn: day('2020-01-31') });
  });
});
