import { atWork, benefitEventId, candidateReturned, recordReturn, returnWithdrawn } from '../../examples/supported.examples.js';
import { closed, day, reopened } from '../../examples/trajectory.examples.js';
import { idOf, toVoid, voided } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const gone = [...atWork, closed({ on: '2020-03-02' })];
const returnedOn = day('2020-09-01');

describe('RecordReturn', () => {
  it('is a return on the day of the closing or later, told on its day or later (R-290)', () => {
    given(...gone)
      .when(recordReturn({ on: '2020-09-01' }))
      .then(candidateReturned({ on: '2020-09-01' }));
    given(...gone)
      .when(recordReturn({ on: '2020-03-02', returnedOn: day('2020-03-02'), daysSinceExit: 0 }))
      .then(candidateReturned({ on: '2020-03-02', returnedOn: day('2020-03-02'), daysSinceExit: 0 }));
    given(...gone)
      .when(recordReturn({ on: '2020-08-31' }))
      .thenRefused({ code: 'told-too-early', wasOn: returnedOn, toldOn: day('2020-08-31') });
    given(...gone)
      .when(recordReturn({ on: '2020-09-01', returnedOn: day('2020-03-01') }))
      .thenRefused({ code: 'returned-before-closing', returnedOn: day('2020-03-01'), closedOn: day('2020-03-02') });
  });

  it('is refused of what is not closed, or was reopened (R-290)', () => {
    given(...atWork)
      .when(recordReturn({ on: '2020-09-01' }))
      .thenRefused({ code: 'not-closed' });
    given(...gone, reopened({ on: '2020-03-03' }))
      .when(recordReturn({ on: '2020-09-01' }))
      .thenRefused({ code: 'not-closed' });
  });

  it('is told once for each fact and day, and again when it was withdrawn (R-290)', () => {
    const told = [...gone, candidateReturned({ on: '2020-09-02' })];
    given(...told)
      .when(recordReturn({ on: '2020-09-03' }))
      .thenRefused({ code: 'already-told', benefitEventId, returnedOn });
    given(...told)
      .when(recordReturn({ on: '2020-09-03', returnedOn: day('2020-09-03') }))
      .then(candidateReturned({ on: '2020-09-03', returnedOn: day('2020-09-03') }));
    given(...told, returnWithdrawn({ on: '2020-09-03' }))
      .when(recordReturn({ on: '2020-09-03' }))
      .then(candidateReturned({ on: '2020-09-03' }));
  });

  it('is judged once: the closing may be voided before it (R-290)', () => {
    given(...gone, candidateReturned({ on: '2020-09-02' }))
      .whenCorrecting([toVoid(idOf('TrajectoryClosed'))])
      .then(voided(idOf('TrajectoryClosed'), '2020-09-02'));
  });
});
