import {
  atWork,
  declineSupport,
  supportDeclined,
  supportGiven,
  supportRequested,
  supportRequestId,
} from '../../examples/supported.examples.js';
import { closed, day } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const asked = [...atWork, supportRequested({ on: '2020-02-10' })];

describe('DeclineSupport', () => {
  it('is decided from the day of the request to the day on which it is told, both included (R-263)', () => {
    const requestedOn = day('2020-02-10');
    const toldOn = day('2020-02-14');
    for (const decisionOn of [requestedOn, toldOn])
      given(...asked, closed({ on: '2020-02-11' }))
        .when(declineSupport({ on: toldOn, decisionOn }))
        .then(supportDeclined({ on: toldOn, decisionOn }));
    for (const decisionOn of [day('2020-02-09'), day('2020-02-15')])
      given(...asked)
        .when(declineSupport({ on: toldOn, decisionOn }))
        .thenRefused({ code: 'decision-outside', decisionOn, requestedOn, toldOn });
  });

  it('is refused where nobody asked, or it was answered (R-263)', () => {
    given(...asked)
      .when(declineSupport({ on: '2020-02-09' }))
      .thenRefused({ code: 'no-such-support-request', supportRequestId });
    given(...asked, supportGiven({ on: '2020-02-11' }))
      .when(declineSupport({ on: '2020-02-12' }))
      .thenRefused({ code: 'support-answered', supportRequestId, how: 'given', answeredOn: day('2020-02-11') });
  });

  it('keeps the request from being voided (R-263, P8)', () => {
    given(...asked, supportDeclined({ on: '2020-02-14' }))
      .whenCorrecting([toVoid(idOf('SupportRequested'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('SupportDeclined'),
        type: 'SupportDeclined',
        occurredOn: day('2020-02-14'),
        refusal: 'no-such-support-request',
      });
  });
});
