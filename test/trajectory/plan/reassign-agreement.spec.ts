import { agreementKept, agreementReassigned, reassignAgreement } from '../../examples/around.examples.js';
import { agreementId, day, planned } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('ReassignAgreement', () => {
  it('becomes the task of another party, and of a third (R-243)', () => {
    given(...planned({ on: '2019-10-10' }), agreementReassigned({ on: '2019-10-10' }))
      .when(reassignAgreement({ on: '2019-10-10', owner: 'employer' }))
      .then(agreementReassigned({ on: '2019-10-10', owner: 'employer' }));
  });

  it('is refused to who does it already, also when repeated (R-243)', () => {
    given(...planned({ on: '2019-10-10' }))
      .when(reassignAgreement({ on: '2019-10-11', owner: 'municipality' }))
      .thenRefused({ code: 'already-owner', agreementId, owner: 'municipality' });
    given(...planned({ on: '2019-10-10' }), agreementReassigned({ on: '2019-10-11' }))
      .when(reassignAgreement({ on: '2019-10-11' }))
      .thenRefused({ code: 'already-owner', agreementId, owner: 'candidate' });
  });

  it('is refused once it is settled (R-243)', () => {
    given(...planned({ on: '2019-10-10' }), agreementKept({ on: '2019-11-01' }))
      .when(reassignAgreement({ on: '2019-11-01' }))
      .thenRefused({ code: 'agreement-settled', agreementId, how: 'kept', settledOn: day('2019-11-01') });
  });
});
