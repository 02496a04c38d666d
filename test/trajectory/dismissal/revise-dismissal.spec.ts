import { dismissalAnnounced, dismissalRevised, reviseDismissal } from '../../examples/around.examples.js';
import { day, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const later = { dismissalOn: day('2020-05-01') };

describe('ReviseDismissal', () => {
  it('moves the day, and moves it again (R-214)', () => {
    const story = given(started({ on: '2019-10-03' }), dismissalAnnounced({ on: '2019-09-01' }));

    story.when(reviseDismissal({ on: '2019-10-01', ...later })).then(dismissalRevised({ on: '2019-10-01', ...later }));
    given(
      started({ on: '2019-10-03' }),
      dismissalAnnounced({ on: '2019-09-01' }),
      dismissalRevised({ on: '2019-12-01', ...later }),
    )
      .when(reviseDismissal({ on: '2019-12-02' }))
      .then(dismissalRevised({ on: '2019-12-02' }));
  });

  it('is refused when nothing moves, also when repeated (R-214)', () => {
    given(
      started({ on: '2019-10-03' }),
      dismissalAnnounced({ on: '2019-10-04' }),
      dismissalRevised({ on: '2019-12-01', ...later }),
    )
      .when(reviseDismissal({ on: '2019-12-01', ...later }))
      .thenRefused({ code: 'dismissal-unchanged', dismissalOn: day('2020-05-01') });
  });

  it('is refused before the day on which it was announced, and of nothing (R-214, R-01)', () => {
    given(started({ on: '2019-10-03' }), dismissalAnnounced({ on: '2019-10-04' }))
      .when(reviseDismissal({ on: '2019-10-03' }))
      .thenRefused({ code: 'no-dismissal-announced' });
    given()
      .when(reviseDismissal({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
  });
});
