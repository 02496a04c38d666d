import { agreementKept, planRevised, revisePlan, travelId } from '../../examples/around.examples.js';
import { agreementId, day, planAgreed, planId, planned, startPlacement } from '../../examples/trajectory.examples.js';
import { idOf, newId } from '../../harness/decider-spec.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const given = stories();
const travel = { subject: 'travel', owner: 'candidate', dueOn: day('2029-12-31') } as const;
const anew = { adds: [{ agreementId: newId('agreement'), ...travel }] };

describe('RevisePlan', () => {
  it('adds what was agreed, with an id, and drops what no longer holds; the rest stays (R-241)', () => {
    given(...planned({ on: '2019-10-10' }))
      .when(revisePlan({ on: '2019-10-10' }))
      .then(planRevised({ on: '2019-10-10', ...anew }));

    const { agreements, plans } = given(
      ...planned({ on: '2019-10-10' }),
      planRevised({ on: '2019-12-20', drops: [agreementId] }),
    ).state();
    expect(agreements.get(agreementId)).toMatchObject({ subject: 'guidance', replacedOn: day('2019-12-20') });
    expect(agreements.get(travelId)).toEqual({ planId, ...travel, replacedOn: null, settled: null });
    expect(plans.get(planId)?.agreed).toEqual(['travel']);
  });

  it('counts for what the programme demands before a placement (R-16, R-241)', () => {
    given(...planned({ on: '2019-10-10' }), planRevised({ on: '2019-10-11', drops: [agreementId] }))
      .when(startPlacement({ on: '2019-10-12' }))
      .thenRefused({ code: 'agreement-missing', missing: ['guidance'] });
  });

  it('is refused where it drops what is not in force in it (R-241)', () => {
    given(...planned({ on: '2019-10-10' }))
      .when(revisePlan({ on: '2019-10-11', drops: [travelId] }))
      .thenRefused({ code: 'no-such-agreement', agreementId: travelId });
    given(...planned({ on: '2019-10-10' }), planRevised({ on: '2019-10-11', drops: [agreementId] }))
      .when(revisePlan({ on: '2019-10-12', drops: [agreementId] }))
      .thenRefused({ code: 'agreement-replaced', agreementId, replacedOn: day('2019-10-11') });
  });

  it('is refused where nothing stays agreed (R-241)', () => {
    given(...planned({ on: '2019-10-10' }))
      .when(revisePlan({ on: '2019-10-11', drops: [agreementId], adds: [] }))
      .thenRefused({ code: 'no-agreement-left', planId });
  });

  it('is refused with an agreement due before it, and without a signature (R-241, R-14)', () => {
    const story = given(...planned({ on: '2020-02-28' })).today('2020-03-01');

    story.when(revisePlan({ on: '2020-03-01', adds: [{ ...travel, dueOn: day('2020-02-29') }] })).thenRefused({
      code: 'agreement-due-before',
      dueOn: day('2020-02-29'),
      agreedOn: day('2020-03-01'),
    });
    story
      .when(revisePlan({ on: '2020-03-01', signatories: ['candidate', 'municipality'] }))
      .thenRefused({ code: 'signature-missing', missing: ['employer'] });
  });

  it('is refused of no plan, and of one that another replaced (R-240, R-241)', () => {
    const second = planAgreed({ on: '2019-12-01', planId: testId('plan', 'second'), agreements: [] });
    const story = given(...planned({ on: '2019-10-10' }), second).today('2019-12-02');

    story.when(revisePlan({ on: '2019-10-09' })).thenRefused({ code: 'no-such-plan', planId });
    story.when(revisePlan({ on: '2019-12-02' })).thenRefused({ code: 'plan-replaced', planId, replacedOn: day('2019-12-01') });
  });

  it('drops nothing that was kept later (R-242, P8)', () => {
    given(...planned({ on: '2019-10-10' }), agreementKept({ on: '2019-11-01' }))
      .when(revisePlan({ on: '2019-10-31', drops: [agreementId] }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('AgreementKept'),
        type: 'AgreementKept',
        occurredOn: day('2019-11-01'),
        refusal: 'agreement-replaced',
      });
  });
});
