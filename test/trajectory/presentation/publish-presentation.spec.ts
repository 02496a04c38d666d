import { presentationPublished, publishPresentation } from '../../examples/around.examples.js';
import { closed, day, started, words } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const anew = { presentationId: newId('presentation') };

describe('PublishPresentation', () => {
  it('is published with permission, also beside another, its address sealed (R-230, P10)', () => {
    given(started({ on: '2020-03-16' }), presentationPublished({ on: '2020-03-20' }))
      .when(publishPresentation({ on: '2020-03-20', kind: 'infographic', permission: 'spoken' }))
      .then({
        ...presentationPublished({ on: '2020-03-20', ...anew, kind: 'infographic', permission: 'spoken' }),
        seal: words,
      });
  });

  it('is refused of nothing, and from the day after the closing (R-01, R-03)', () => {
    given()
      .when(publishPresentation({ on: '2020-03-20' }))
      .thenRefused({ code: 'not-started' });
    given(started({ on: '2020-03-16' }), closed({ on: '2020-03-20' }))
      .when(publishPresentation({ on: '2020-03-21' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2020-03-20'), result: 'paid-work' });
  });
});
