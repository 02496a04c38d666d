import { changeParticipationStep, stepChanged } from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const further = { step: 'paid-work', reason: 'work-began' } as const;
const back = { step: 'volunteer-work', reason: 'setback' } as const;

describe('ChangeParticipationStep', () => {
  it('goes up, and down again, also after the closing; from where, the events before say (R-225)', () => {
    const climbed = given(started({ on: '2019-10-03' }), stepChanged({ on: '2019-10-04' }), closed({ on: '2019-12-31' }));

    climbed.when(changeParticipationStep({ on: '2020-01-01', ...further })).then(stepChanged({ on: '2020-01-01', ...further }));
    const regressed = given(
      started({ on: '2019-10-03' }),
      stepChanged({ on: '2019-10-04', ...further }),
      stepChanged({ on: '2019-11-04', ...back }),
    );
    expect(regressed.state().participation).toEqual({ step: 'volunteer-work', from: 'paid-work', since: day('2019-11-04') });
  });

  it('is refused onto the step where somebody stands, also when repeated (R-225)', () => {
    given(started({ on: '2019-10-03' }), stepChanged({ on: '2019-10-04' }))
      .when(changeParticipationStep({ on: '2019-10-04' }))
      .thenRefused({ code: 'step-unchanged', step: 'volunteer-work' });
  });

  it('keeps the step between two same ones from being voided (R-225, P8)', () => {
    given(
      started({ on: '2019-10-03' }),
      stepChanged({ on: '2019-10-04' }),
      stepChanged({ on: '2019-11-04', ...further }),
      stepChanged({ on: '2019-12-04', ...back }),
    )
      .whenCorrecting([toVoid(idOf('ParticipationStepChanged', 1))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('ParticipationStepChanged', 2),
        type: 'ParticipationStepChanged',
        occurredOn: day('2019-12-04'),
        refusal: 'step-unchanged',
      });
  });
});
