import {
  atWork,
  recordSupportGiven,
  supportDeclined,
  supportGiven,
  supportRequested,
  supportRequestId,
} from '../../examples/supported.examples.js';
import { closed, day, placementEnded } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const asked = [...atWork, supportRequested({ on: '2020-02-10' })];

describe('RecordSupportGiven', () => {
  it('is given on the day of the request at the earliest, also after the placement and the closing (R-263)', () => {
    given(...asked)
      .when(recordSupportGiven({ on: '2020-02-10' }))
      .then(supportGiven({ on: '2020-02-10' }));
    given(...asked)
      .when(recordSupportGiven({ on: '2020-02-09' }))
      .thenRefused({ code: 'no-such-support-request', supportRequestId });
    given(...asked, placementEnded({ on: '2020-02-11' }), closed({ on: '2020-02-12' }))
      .when(recordSupportGiven({ on: '2020-03-02', kind: 'job-coaching' }))
      .then(supportGiven({ on: '2020-03-02', kind: 'job-coaching' }));
  });

  it('is refused of what was given or declined (R-263)', () => {
    given(...asked, supportGiven({ on: '2020-02-11' }))
      .when(recordSupportGiven({ on: '2020-02-11' }))
      .thenRefused({ code: 'support-answered', supportRequestId, how: 'given', answeredOn: day('2020-02-11') });
    given(...asked, supportDeclined({ on: '2020-02-12' }))
      .when(recordSupportGiven({ on: '2020-02-13' }))
      .thenRefused({ code: 'support-answered', supportRequestId, how: 'declined', answeredOn: day('2020-02-12') });
  });
});
