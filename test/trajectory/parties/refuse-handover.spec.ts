import {
  handoverAccepted,
  handoverId,
  handoverOffered,
  handoverRefused,
  partyJoined,
  refuseHandover,
} from '../../examples/around.examples.js';
import { day, started } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const offeredToSchool = [started({ on: '2019-10-03' }), partyJoined({ on: '2019-10-04' }), handoverOffered({ on: '2019-11-04' })];

describe('RefuseHandover', () => {
  it('is refused with a reason, once (R-213)', () => {
    given(...offeredToSchool)
      .when(refuseHandover({ on: '2019-11-06' }))
      .then(handoverRefused({ on: '2019-11-06' }));
    given(...offeredToSchool, handoverAccepted({ on: '2019-11-06' }))
      .when(refuseHandover({ on: '2019-11-06' }))
      .thenRefused({ code: 'handover-answered', handoverId, answer: 'accepted', answeredOn: day('2019-11-06') });
  });

  it('keeps the offer from being voided (R-213, P8)', () => {
    given(...offeredToSchool, handoverRefused({ on: '2019-11-06' }))
      .whenCorrecting([toVoid(idOf('HandoverOffered'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('HandoverRefused'),
        type: 'HandoverRefused',
        occurredOn: day('2019-11-06'),
        refusal: 'no-such-handover',
      });
  });
});
