import { addParty, partyJoined, partyLeft, school, uwv } from '../../examples/around.examples.js';
import { closed, day, offered, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('AddParty', () => {
  it('joins beside another, from the offer on (R-212)', () => {
    given(offered({ on: '2019-10-03' }), partyJoined({ on: '2019-10-03' }))
      .when(addParty({ on: '2019-10-03', organisationId: uwv }))
      .then(partyJoined({ on: '2019-10-03', organisationId: uwv }));
  });

  it('is refused while it takes part, and may come back on the day on which it left (R-212)', () => {
    given(started({ on: '2019-10-03' }), partyJoined({ on: '2019-10-04' }))
      .when(addParty({ on: '2019-10-05' }))
      .thenRefused({ code: 'already-party', organisationId: school, joinedOn: day('2019-10-04') });
    given(started({ on: '2019-10-03' }), partyJoined({ on: '2019-10-04' }), partyLeft({ on: '2019-12-31' }))
      .when(addParty({ on: '2019-12-31' }))
      .then(partyJoined({ on: '2019-12-31' }));
  });

  it('is refused of nothing, on the day before the first event, and from the day after the closing (R-01, R-03)', () => {
    given()
      .when(addParty({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
    const over = given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' })).today('2019-10-11');
    over.when(addParty({ on: '2019-10-02' })).thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
    over.when(addParty({ on: '2019-10-10' })).then(partyJoined({ on: '2019-10-10' }));
    over
      .when(addParty({ on: '2019-10-11' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-10'), result: 'paid-work' });
  });
});
