import { evaluatePlan, planEvaluated } from '../../examples/around.examples.js';
import { closed, day, planAgreed, planId, planned } from '../../examples/trajectory.examples.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const given = stories();

describe('EvaluatePlan', () => {
  it('is evaluated again and again, from the day on which it was agreed (R-240)', () => {
    given(...planned({ on: '2019-10-10' }), planEvaluated({ on: '2019-10-10' }))
      .when(evaluatePlan({ on: '2019-10-10', outcome: 'to-be-revised' }))
      .then(planEvaluated({ on: '2019-10-10', outcome: 'to-be-revised' }));
  });

  it('is refused without the candidate (R-240)', () => {
    given(...planned({ on: '2019-10-10' }))
      .when(evaluatePlan({ on: '2019-10-10', participants: ['employer', 'municipality'] }))
      .thenRefused({ code: 'participant-missing', missing: ['candidate'] });
  });

  it('is refused before there is a plan, and from the day after another one was agreed (R-240)', () => {
    const story = given(
      ...planned({ on: '2019-10-10' }),
      planAgreed({ on: '2019-12-01', planId: testId('plan', 'second'), agreements: [] }),
    ).today('2019-12-02');

    story.when(evaluatePlan({ on: '2019-10-09' })).thenRefused({ code: 'no-such-plan', planId });
    story.when(evaluatePlan({ on: '2019-12-01' })).then(planEvaluated({ on: '2019-12-01' }));
    story.when(evaluatePlan({ on: '2019-12-02' })).thenRefused({ code: 'plan-replaced', planId, replacedOn: day('2019-12-01') });
  });

  it('is refused from the day after the closing (R-03)', () => {
    given(...planned({ on: '2019-10-10' }), closed({ on: '2019-12-31' }))
      .when(evaluatePlan({ on: '2020-01-01' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-12-31'), result: 'paid-work' });
  });
});
