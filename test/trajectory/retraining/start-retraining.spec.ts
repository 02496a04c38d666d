import { retrainingStarted, school, startRetraining } from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('StartRetraining', () => {
  it('begins, with or without a known teacher, also beside another (R-251)', () => {
    given(started({ on: '2019-10-03' }), retrainingStarted({ on: '2019-11-18' }))
      .when(startRetraining({ on: '2019-11-18', organisationId: school }))
      .then(retrainingStarted({ on: '2019-11-18', retrainingId: newId('retraining'), organisationId: school }));
  });

  it('is refused from the day after the closing (R-03)', () => {
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }))
      .when(startRetraining({ on: '2019-10-11' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-10'), result: 'paid-work' });
  });
});
