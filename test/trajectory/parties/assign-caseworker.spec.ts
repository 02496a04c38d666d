import { assignCaseworker, caseworkerAssigned, kim, robin } from '../../examples/around.examples.js';
import { closed, day, offered, started, words } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('AssignCaseworker', () => {
  it('is assigned from the offer on, and another one later, with a handover note (R-210)', () => {
    given(offered({ on: '2019-10-03' }))
      .when(assignCaseworker({ on: '2019-10-03' }))
      .then(caseworkerAssigned({ on: '2019-10-03' }));
    given(started({ on: '2019-10-03' }), caseworkerAssigned({ on: '2019-10-03' }))
      .when({ ...assignCaseworker({ on: '2019-11-01', subject: robin, reason: 'absence' }), seal: words })
      .then({ ...caseworkerAssigned({ on: '2019-11-01', subject: robin, reason: 'absence' }), seal: words });
  });

  it('is refused to the one who is the caseworker already, also when repeated (R-210)', () => {
    given(started({ on: '2019-10-03' }), caseworkerAssigned({ on: '2019-10-03' }))
      .when(assignCaseworker({ on: '2019-11-01' }))
      .thenRefused({ code: 'already-caseworker', subject: kim });
  });

  it('is changed after the closing, because the work goes on (R-210)', () => {
    given(started({ on: '2019-10-03' }), closed({ on: '2019-12-31' }))
      .today('2020-02-29')
      .when(assignCaseworker({ on: '2020-02-29' }))
      .then(caseworkerAssigned({ on: '2020-02-29' }));
  });

  it('is refused of nothing, and on the day before the first event (R-01)', () => {
    given()
      .when(assignCaseworker({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
    given(started({ on: '2019-10-03' }))
      .when(assignCaseworker({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
  });

  it('keeps the change between two assignments of the same person from being voided (R-210, P8)', () => {
    given(
      started({ on: '2019-10-03' }),
      caseworkerAssigned({ on: '2019-10-03' }),
      caseworkerAssigned({ on: '2019-11-01', subject: robin }),
      caseworkerAssigned({ on: '2019-12-01' }),
    )
      .whenCorrecting([toVoid(idOf('CaseworkerAssigned', 1))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('CaseworkerAssigned', 2),
        type: 'CaseworkerAssigned',
        occurredOn: day('2019-12-01'),
        refusal: 'already-caseworker',
      });
  });
});
