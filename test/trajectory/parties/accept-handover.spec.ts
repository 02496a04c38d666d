import {
  acceptHandover,
  handoverAccepted,
  handoverId,
  handoverOffered,
  handoverRefused,
  partyJoined,
  partyLeft,
  school,
} from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const offeredToSchool = [started({ on: '2019-10-03' }), partyJoined({ on: '2019-10-04' }), handoverOffered({ on: '2019-11-04' })];

describe('AcceptHandover', () => {
  it('is accepted on the day of the offer at the earliest, also after the closing (R-213)', () => {
    given(...offeredToSchool)
      .when(acceptHandover({ on: '2019-11-04' }))
      .then(handoverAccepted({ on: '2019-11-04' }));
    given(...offeredToSchool)
      .when(acceptHandover({ on: '2019-11-03' }))
      .thenRefused({ code: 'no-such-handover', handoverId });
    given(...offeredToSchool, closed({ on: '2019-11-05' }))
      .when(acceptHandover({ on: '2019-11-06' }))
      .then(handoverAccepted({ on: '2019-11-06' }));
  });

  it('is refused when it was answered, either way (R-213)', () => {
    given(...offeredToSchool, handoverAccepted({ on: '2019-11-06' }))
      .when(acceptHandover({ on: '2019-11-06' }))
      .thenRefused({ code: 'handover-answered', handoverId, answer: 'accepted', answeredOn: day('2019-11-06') });
    given(...offeredToSchool, handoverRefused({ on: '2019-11-06' }))
      .when(acceptHandover({ on: '2019-11-07' }))
      .thenRefused({ code: 'handover-answered', handoverId, answer: 'refused', answeredOn: day('2019-11-06') });
  });

  it('is refused by who left before (R-213)', () => {
    given(...offeredToSchool, partyLeft({ on: '2019-11-05' }))
      .when(acceptHandover({ on: '2019-11-06' }))
      .thenRefused({ code: 'party-left', organisationId: school, leftOn: day('2019-11-05') });
  });
});
