import { flagStagnation, stagnationFlagged, stepChanged } from '../../examples/around.examples.js';
import { day, started } from '../../examples/trajectory.examples.js';
import { idOf, toVoid, voided } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const onStep = [started({ on: '2019-10-03' }), stepChanged({ on: '2019-10-04' })];

describe('FlagStagnation', () => {
  it('is flagged on the day on which the weeks have passed, not the day before (R-226)', () => {
    given(...onStep)
      .when(flagStagnation({ on: '2019-11-29' }))
      .then(stagnationFlagged({ on: '2019-11-29' }));
    given(...onStep)
      .when(flagStagnation({ on: '2019-11-28' }))
      .thenRefused({ code: 'not-yet-stagnant', since: day('2019-10-04'), weeks: 8 });
  });

  it('is refused of who stands on no step, and of contact before the trajectory (R-226, R-01)', () => {
    given(started({ on: '2019-10-03' }))
      .when(flagStagnation({ on: '2019-11-29' }))
      .thenRefused({ code: 'no-participation-step' });
    given(...onStep)
      .when(flagStagnation({ on: '2019-11-29', since: day('2019-10-02') }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
  });

  it('is judged once: the step may be voided before it (R-226)', () => {
    given(...onStep, stagnationFlagged({ on: '2019-11-29' }))
      .whenCorrecting([toVoid(idOf('ParticipationStepChanged'))])
      .then(voided(idOf('ParticipationStepChanged'), '2019-11-29'));
  });
});
