import { attachDocument, documentAttached } from '../../examples/supported.examples.js';
import { closed, day, offered, words } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const anew = { documentId: newId('document') };

describe('AttachDocument', () => {
  it('is attached at any time since the offer, also after the closing, its address sealed (R-280, P10)', () => {
    given(offered({ on: '2019-10-03' }))
      .when(attachDocument({ on: '2019-10-03', kind: 'letter' }))
      .then({ ...documentAttached({ on: '2019-10-03', ...anew, kind: 'letter' }), seal: words });
    given(offered({ on: '2019-10-03' }), documentAttached({ on: '2019-10-04' }), closed({ on: '2019-10-10' }))
      .when(attachDocument({ on: '2020-02-29' }))
      .then({ ...documentAttached({ on: '2020-02-29', ...anew }), seal: words });
  });

  it('is refused before it, and of nothing (R-280, R-01)', () => {
    given(offered({ on: '2019-10-03' }))
      .when(attachDocument({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
    given()
      .when(attachDocument({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
  });
});
