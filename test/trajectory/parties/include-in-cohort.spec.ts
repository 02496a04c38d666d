import { cohortId, includedInCohort, includeInCohort } from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const given = stories();

describe('IncludeInCohort', () => {
  it('is counted in once per cohort, also after the closing (R-211)', () => {
    const story = given(started({ on: '2019-10-03' }), includedInCohort({ on: '2019-10-03' }), closed({ on: '2019-12-31' }));

    story
      .when(includeInCohort({ on: '2020-01-31' }))
      .thenRefused({ code: 'already-in-cohort', cohortId, includedOn: day('2019-10-03') });
    const another = testId<'cohort'>('cohort', '2020');
    story
      .when(includeInCohort({ on: '2020-01-31', cohortId: another }))
      .then(includedInCohort({ on: '2020-01-31', cohortId: another }));
  });

  it('is refused of nothing, and on the day before the first event (R-01)', () => {
    given()
      .when(includeInCohort({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
    given(started({ on: '2019-10-03' }))
      .when(includeInCohort({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
  });
});
