import { atWork, benefitEventId, candidateReturned, returnWithdrawn, withdrawReturn } from '../../examples/supported.examples.js';
import { closed, day, reopened } from '../../examples/trajectory.examples.js';
import { idOf, toVoid, voided } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const told = [...atWork, closed({ on: '2020-03-02' }), candidateReturned({ on: '2020-09-02' })];
const returnedOn = day('2020-09-01');

describe('WithdrawReturn', () => {
  it('is withdrawn once, also when the closing was undone (R-291)', () => {
    given(...told, reopened({ on: '2020-09-03' }))
      .when(withdrawReturn({ on: '2020-09-04' }))
      .then(returnWithdrawn({ on: '2020-09-04' }));
    given(...told, returnWithdrawn({ on: '2020-09-04' }))
      .when(withdrawReturn({ on: '2020-09-04' }))
      .thenRefused({ code: 'not-told', benefitEventId, returnedOn });
  });

  it('is refused of another day than was told, and before it was (R-291)', () => {
    given(...told)
      .when(withdrawReturn({ on: '2020-09-04', returnedOn: day('2020-09-02') }))
      .thenRefused({ code: 'not-told', benefitEventId, returnedOn: day('2020-09-02') });
    given(...told)
      .when(withdrawReturn({ on: '2020-09-01' }))
      .thenRefused({ code: 'not-told', benefitEventId, returnedOn });
  });

  it('is judged once: the telling may be voided before it (R-291)', () => {
    given(...told, returnWithdrawn({ on: '2020-09-04' }))
      .whenCorrecting([toVoid(idOf('CandidateReturned'))])
      .then(voided(idOf('CandidateReturned'), '2020-09-04'));
  });
});
