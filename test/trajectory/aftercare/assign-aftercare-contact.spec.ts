import { aftercareContactAssigned, assignAftercareContact, atWork, robin } from '../../examples/supported.examples.js';
import type { SubjectId } from '../../../src/kernel/ids.js';
import { closed, day, placementEnded, placementId } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const kim = 'worker-7' as SubjectId;

describe('AssignAftercareContact', () => {
  it('is assigned from the first to the last day of the placement, also after the closing (R-260)', () => {
    given(...atWork)
      .when(assignAftercareContact({ on: '2019-11-04' }))
      .then(aftercareContactAssigned({ on: '2019-11-04' }));
    given(...atWork, closed({ on: '2019-12-31' }), placementEnded({ on: '2020-02-29' }))
      .when(assignAftercareContact({ on: '2020-02-29' }))
      .then(aftercareContactAssigned({ on: '2020-02-29' }));
  });

  it('is refused outside the placement (R-260)', () => {
    given(...atWork)
      .when(assignAftercareContact({ on: '2019-11-03' }))
      .thenRefused({ code: 'no-such-placement', placementId });
    given(...atWork, placementEnded({ on: '2020-02-28' }))
      .when(assignAftercareContact({ on: '2020-02-29' }))
      .thenRefused({
        code: 'outside-placement',
        placementId,
        startedOn: day('2019-11-04'),
        endedOn: day('2020-02-28'),
      });
  });

  it('is another one than now, and may be an earlier one again (R-260)', () => {
    const assigned = [...atWork, aftercareContactAssigned({ on: '2019-11-04' })];
    given(...assigned)
      .when(assignAftercareContact({ on: '2019-11-05' }))
      .thenRefused({ code: 'already-aftercare-contact', placementId, subject: robin });
    given(...assigned, aftercareContactAssigned({ on: '2019-12-02', subject: kim }))
      .when(assignAftercareContact({ on: '2019-12-02' }))
      .then(aftercareContactAssigned({ on: '2019-12-02' }));
  });
});
