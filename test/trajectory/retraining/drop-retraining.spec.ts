import {
  dropRetraining,
  retrainingCompleted,
  retrainingDropped,
  retrainingId,
  retrainingStarted,
} from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const learning = [started({ on: '2019-10-03' }), retrainingStarted({ on: '2019-11-18' })];

describe('DropRetraining', () => {
  it('is dropped from its first day on, also after the closing (R-251)', () => {
    given(...learning)
      .when(dropRetraining({ on: '2019-11-18' }))
      .then(retrainingDropped({ on: '2019-11-18' }));
    given(...learning, closed({ on: '2019-12-31' }))
      .when(dropRetraining({ on: '2020-03-27' }))
      .then(retrainingDropped({ on: '2020-03-27' }));
    given(...learning)
      .when(dropRetraining({ on: '2019-11-17' }))
      .thenRefused({ code: 'no-such-retraining', retrainingId });
  });

  it('is refused when it is over, either way (R-251)', () => {
    given(...learning, retrainingDropped({ on: '2020-01-17' }))
      .when(dropRetraining({ on: '2020-01-17' }))
      .thenRefused({ code: 'retraining-over', retrainingId, how: 'dropped', overOn: day('2020-01-17') });
    given(...learning, retrainingCompleted({ on: '2020-01-17' }))
      .when(dropRetraining({ on: '2020-01-18' }))
      .thenRefused({ code: 'retraining-over', retrainingId, how: 'completed', overOn: day('2020-01-17') });
  });
});
