import { documentAttached, documentId, documentWithdrawn, withdrawDocument } from '../../examples/supported.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const attached = [started({ on: '2019-10-03' }), documentAttached({ on: '2019-11-04' })];

describe('WithdrawDocument', () => {
  it('is withdrawn once, on the day on which it was attached at the earliest, also after the closing (R-281)', () => {
    given(...attached)
      .when(withdrawDocument({ on: '2019-11-04' }))
      .then(documentWithdrawn({ on: '2019-11-04' }));
    given(...attached, closed({ on: '2019-12-31' }))
      .when(withdrawDocument({ on: '2020-02-29', reason: 'candidate-asked' }))
      .then(documentWithdrawn({ on: '2020-02-29', reason: 'candidate-asked' }));
    given(...attached)
      .when(withdrawDocument({ on: '2019-11-03' }))
      .thenRefused({ code: 'no-such-document', documentId });
    given(...attached, documentWithdrawn({ on: '2019-11-05' }))
      .when(withdrawDocument({ on: '2019-11-05' }))
      .thenRefused({ code: 'document-withdrawn', documentId, withdrawnOn: day('2019-11-05') });
  });
});
