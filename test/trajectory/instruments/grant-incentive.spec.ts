import { grantIncentive, incentiveGranted } from '../../examples/at-work.examples.js';
import { aiming, closed, day } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('GrantIncentive', () => {
  it('is given as often as it is deserved (R-328)', () => {
    given(...aiming({ on: '2019-10-04' }), incentiveGranted({ on: '2019-10-04' }))
      .when(grantIncentive({ on: '2019-10-04' }))
      .then(incentiveGranted({ on: '2019-10-04' }));
  });

  it('is refused before the start and after the closing (R-01, R-03, R-328)', () => {
    given()
      .when(grantIncentive({ on: '2019-10-04' }))
      .thenRefused({ code: 'not-started' });
    given(...aiming({ on: '2019-10-04' }), closed({ on: '2019-10-05' }))
      .when(grantIncentive({ on: '2019-10-06' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-05'), result: 'paid-work' });
  });
});
