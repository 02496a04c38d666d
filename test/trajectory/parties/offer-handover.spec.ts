import {
  handoverId,
  handoverOffered,
  handoverRefused,
  offerHandover,
  partyJoined,
  partyLeft,
  school,
  uwv,
} from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const withSchool = [started({ on: '2019-10-03' }), partyJoined({ on: '2019-10-04' })];
const anew = { handoverId: newId('handover') };

describe('OfferHandover', () => {
  it('is offered to an organisation that takes part, and again after a refusal (R-213)', () => {
    given(...withSchool)
      .when(offerHandover({ on: '2019-10-04' }))
      .then(handoverOffered({ on: '2019-10-04', ...anew }));
    given(...withSchool, handoverOffered({ on: '2019-11-04' }), handoverRefused({ on: '2019-11-06' }))
      .when(offerHandover({ on: '2019-11-06' }))
      .then(handoverOffered({ on: '2019-11-06', ...anew }));
  });

  it('is refused while another is open (R-213)', () => {
    given(...withSchool, handoverOffered({ on: '2019-11-04' }))
      .when(offerHandover({ on: '2019-11-05' }))
      .thenRefused({ code: 'handover-open', handoverId, organisationId: school });
  });

  it('is refused to who does not take part, and from the day after the party left (R-213)', () => {
    const left = given(...withSchool, partyLeft({ on: '2019-12-31' })).today('2020-01-01');

    left
      .when(offerHandover({ on: '2020-01-01', organisationId: uwv }))
      .thenRefused({ code: 'no-such-party', organisationId: uwv });
    left.when(offerHandover({ on: '2019-12-31' })).then(handoverOffered({ on: '2019-12-31', ...anew }));
    left
      .when(offerHandover({ on: '2020-01-01' }))
      .thenRefused({ code: 'party-left', organisationId: school, leftOn: day('2019-12-31') });
  });

  it('is refused from the day after the closing (R-03)', () => {
    given(...withSchool, closed({ on: '2019-12-31' }))
      .when(offerHandover({ on: '2020-01-01' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-12-31'), result: 'paid-work' });
  });
});
