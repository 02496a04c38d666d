import { completeLiteracyAction, literacyActionId, literacyAgreed, literacyCompleted } from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const learning = [started({ on: '2019-10-03' }), literacyAgreed({ on: '2019-11-01' })];

describe('CompleteLiteracyAction', () => {
  it('is completed once, from the day on which it was agreed, also after the closing (R-227)', () => {
    given(...learning, closed({ on: '2019-12-31' }))
      .when(completeLiteracyAction({ on: '2020-03-01' }))
      .then(literacyCompleted({ on: '2020-03-01' }));
    given(...learning, literacyCompleted({ on: '2020-03-01' }))
      .when(completeLiteracyAction({ on: '2020-03-01' }))
      .thenRefused({ code: 'literacy-action-completed', literacyActionId, completedOn: day('2020-03-01') });
    given(...learning)
      .when(completeLiteracyAction({ on: '2019-10-31' }))
      .thenRefused({ code: 'no-such-literacy-action', literacyActionId });
  });
});
