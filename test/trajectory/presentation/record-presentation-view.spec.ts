import {
  presentationId,
  presentationPublished,
  presentationViewed,
  presentationWithdrawn,
  recordPresentationView,
} from '../../examples/around.examples.js';
import { day, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordPresentationView', () => {
  it('is looked at from the day of publishing to that of withdrawing, both included (R-231)', () => {
    const story = given(
      started({ on: '2020-03-16' }),
      presentationPublished({ on: '2020-03-20' }),
      presentationWithdrawn({ on: '2020-05-01' }),
    ).today('2020-05-02');

    for (const on of ['2020-03-20', '2020-05-01']) story.when(recordPresentationView({ on })).then(presentationViewed({ on }));
    story.when(recordPresentationView({ on: '2020-03-19' })).thenRefused({ code: 'no-such-presentation', presentationId });
    story.when(recordPresentationView({ on: '2020-05-02' })).thenRefused({
      code: 'presentation-withdrawn',
      presentationId,
      withdrawnOn: day('2020-05-01'),
    });
  });
});
