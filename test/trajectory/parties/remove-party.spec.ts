import { partyJoined, partyLeft, removeParty, school } from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const withSchool = [started({ on: '2019-10-03' }), partyJoined({ on: '2019-10-04' })];

describe('RemoveParty', () => {
  it('leaves on the day on which it joined at the earliest, also after the closing (R-212)', () => {
    given(...withSchool)
      .when(removeParty({ on: '2019-10-04' }))
      .then(partyLeft({ on: '2019-10-04' }));
    given(...withSchool)
      .when(removeParty({ on: '2019-10-03' }))
      .thenRefused({ code: 'no-such-party', organisationId: school });
    given(...withSchool, closed({ on: '2019-12-31' }))
      .when(removeParty({ on: '2020-01-31' }))
      .then(partyLeft({ on: '2020-01-31' }));
  });

  it('leaves once (R-212)', () => {
    given(...withSchool, partyLeft({ on: '2019-12-31' }))
      .when(removeParty({ on: '2019-12-31' }))
      .thenRefused({ code: 'party-left', organisationId: school, leftOn: day('2019-12-31') });
  });

  it('keeps its joining from being voided (R-212, P8)', () => {
    given(...withSchool, partyLeft({ on: '2019-12-31' }))
      .whenCorrecting([toVoid(idOf('PartyJoined'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('PartyLeft'),
        type: 'PartyLeft',
        occurredOn: day('2019-12-31'),
        refusal: 'no-such-party',
      });
  });
});
