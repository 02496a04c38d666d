import { announceDismissal, dismissalAnnounced } from '../../examples/around.examples.js';
import { bakery, closed, day, started } from '../../examples/trajectory.examples.js';
import { idOf, toReplace, replaced } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('AnnounceDismissal', () => {
  it('is announced with its source and the employer, also as told before the trajectory began (R-214)', () => {
    given(started({ on: '2019-10-03' }))
      .when(announceDismissal({ on: '2019-10-03', employerId: bakery }))
      .then(dismissalAnnounced({ on: '2019-10-03', employerId: bakery }));
    given(started({ on: '2019-10-03' }))
      .when(announceDismissal({ on: '2019-09-01' }))
      .then(dismissalAnnounced({ on: '2019-09-01' }));
  });

  it('is announced once, also after the closing (R-214)', () => {
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-31' }))
      .when(announceDismissal({ on: '2019-11-01' }))
      .then(dismissalAnnounced({ on: '2019-11-01' }));
    given(started({ on: '2019-10-03' }), dismissalAnnounced({ on: '2019-09-01' }))
      .when(announceDismissal({ on: '2019-11-01' }))
      .thenRefused({ code: 'dismissal-announced', announcedOn: day('2019-09-01'), dismissalOn: day('2020-03-01') });
  });

  it('is judged once: one that was told earlier may be put in before it (R-214)', () => {
    given(started({ on: '2019-10-03' }), dismissalAnnounced({ on: '2019-11-01' }))
      .when(announceDismissal({ on: '2019-09-01', dismissalOn: day('2020-02-01') }))
      .then(dismissalAnnounced({ on: '2019-09-01', dismissalOn: day('2020-02-01') }));
  });

  it('is corrected like any fact (R-214, P8)', () => {
    const right = dismissalAnnounced({ on: '2019-09-01', dismissalOn: day('2020-02-29') });
    given(started({ on: '2019-10-03' }), dismissalAnnounced({ on: '2019-09-01' }))
      .whenCorrecting([toReplace(idOf('DismissalAnnounced'), { occurredOn: day('2019-09-01'), data: right.data })])
      .then(replaced(idOf('DismissalAnnounced'), '2019-10-03', right));
  });

  it('is refused of nothing (R-01)', () => {
    given()
      .when(announceDismissal({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
  });
});
