import type { TrajectoryEventOf } from '../../../src/trajectory/trajectory.events.js';
import {
  agreePlan,
  aiming,
  day,
  goalChanged,
  matched,
  matchMade,
  matchProposed,
  planAgreed,
  planned,
  started,
  talked,
  talkHeld,
  interestExpressed,
} from '../../examples/trajectory.examples.js';
import { idOf, newId, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const guidance = { subject: 'guidance', owner: 'employer' } as const;

/** The plan with the ids that the command makes, one for each agreement. */
function agreed({ on, agreements = [{ ...guidance, owner: 'municipality', dueOn: day('2029-12-31') }] }: Agreed) {
  const withIds = agreements.map((agreement, at) => ({ agreementId: newId('agreement', at), ...agreement }));
  return planAgreed({ on, planId: newId('plan'), agreements: withIds });
}
type Agreed = Readonly<{ on: string; agreements?: readonly Omit<Agreement, 'agreementId'>[] }>;
type Agreement = TrajectoryEventOf<'PlanAgreed'>['data']['agreements'][number];

describe('AgreePlan', () => {
  it('is agreed on after the talk, and again later (R-14)', () => {
    given(...talked({ on: '2019-10-10' }))
      .when(agreePlan({ on: '2019-10-10' }))
      .then(agreed({ on: '2019-10-10' }));
    given(...planned({ on: '2019-10-10' }))
      .when(agreePlan({ on: '2019-12-01' }))
      .then(agreed({ on: '2019-12-01' }));
  });

  it('gives each agreement an id of its own (R-14)', () => {
    const both = [
      { ...guidance, dueOn: day('2020-01-01') },
      { subject: 'travel', owner: 'candidate', dueOn: day('2020-01-01') } as const,
    ];
    given(...talked({ on: '2019-10-10' }))
      .when(agreePlan({ on: '2019-10-10', agreements: both }))
      .then(agreed({ on: '2019-10-10', agreements: both }));
  });

  it('is refused before the talk, which opens the phase in Meedoen Werkt (R-02)', () => {
    given(...matched({ on: '2019-10-05' }))
      .when(agreePlan({ on: '2019-10-10' }))
      .thenRefused({ code: 'phase-not-open', phase: 'plan', missing: ['TripartiteTalkHeld'] });
  });

  it('is refused without a goal, and for another goal than the one that was set (R-14)', () => {
    given(
      started({ on: '2019-10-03' }),
      matchProposed({ on: '2019-10-03' }),
      interestExpressed({ on: '2019-10-03' }),
      interestExpressed({ on: '2019-10-03', by: 'employer' }),
      matchMade({ on: '2019-10-03' }),
      talkHeld({ on: '2019-10-04' }),
    )
      .when(agreePlan({ on: '2019-10-05' }))
      .thenRefused({ code: 'no-goal-set' });
    given(...talked({ on: '2019-10-10' }), goalChanged({ on: '2019-10-11', goal: 'training', askAgainOn: day('2020-01-01') }))
      .when(agreePlan({ on: '2019-10-11' }))
      .thenRefused({ code: 'other-goal', goal: 'training', agreedGoal: 'paid-work' });
  });

  it('is refused with an agreement that is due before it, not with one due that day (R-14)', () => {
    const story = given(...talked({ on: '2020-02-28' })).today('2020-03-01');
    story.when(agreePlan({ on: '2020-03-01', agreements: [{ ...guidance, dueOn: day('2020-02-29') }] })).thenRefused({
      code: 'agreement-due-before',
      dueOn: day('2020-02-29'),
      agreedOn: day('2020-03-01'),
    });
    const today = [{ ...guidance, dueOn: day('2020-03-01') }];
    story.when(agreePlan({ on: '2020-03-01', agreements: today })).then(agreed({ on: '2020-03-01', agreements: today }));
  });

  it('is refused without a signature that the programme asks for (R-14)', () => {
    given(...talked({ on: '2019-10-10' }))
      .when(agreePlan({ on: '2019-10-10', signatories: ['municipality'] }))
      .thenRefused({ code: 'signature-missing', missing: ['candidate', 'employer'] });
  });

  it('keeps the talk that opened its phase from being voided (R-02, P8)', () => {
    given(...planned({ on: '2019-10-10' }))
      .whenCorrecting([toVoid(idOf('TripartiteTalkHeld'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('PlanAgreed'),
        type: 'PlanAgreed',
        occurredOn: day('2019-10-10'),
        refusal: 'phase-not-open',
      });
  });

  it('is refused without a start (R-01)', () => {
    given()
      .when(agreePlan({ on: '2019-10-10' }))
      .thenRefused({ code: 'not-started' });
    given(...aiming({ on: '2019-10-10' }))
      .when(agreePlan({ on: '2019-10-08' }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-09') });
  });
});
