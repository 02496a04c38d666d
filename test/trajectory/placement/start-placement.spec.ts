import { shelfWith } from '../../examples/programme.examples.js';
import {
  bakery,
  closed,
  day,
  garage,
  interestExpressed,
  matchFellThrough,
  matchId,
  matchMade,
  matched,
  matchProposed,
  placed,
  placementId,
  placementStarted,
  planAgreed,
  planned,
  startPlacement,
  talked,
} from '../../examples/trajectory.examples.js';
import { idOf, newId, toVoid } from '../../harness/decider-spec.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const given = stories();

describe('StartPlacement', () => {
  it('is started once a plan was agreed on (R-15, R-16)', () => {
    given(...planned({ on: '2019-11-01' }))
      .when(startPlacement({ on: '2019-11-01' }))
      .then(placementStarted({ on: '2019-11-01', placementId: newId('placement') }));
  });

  it('is refused for a match that is not there, not made, or with another employer (R-15)', () => {
    const other = testId<'match'>('match', 'other');
    given(...planned({ on: '2019-11-01' }))
      .when(startPlacement({ on: '2019-11-01', matchId: other }))
      .thenRefused({ code: 'no-such-match', matchId: other });
    given(...planned({ on: '2019-11-01' }), matchProposed({ on: '2019-11-01', matchId: other, employerId: garage }))
      .when(startPlacement({ on: '2019-11-02', matchId: other, employerId: garage }))
      .thenRefused({ code: 'match-not-made', matchId: other });
    given(...planned({ on: '2019-11-01' }))
      .when(startPlacement({ on: '2019-11-01', employerId: garage }))
      .thenRefused({ code: 'other-employer', employerId: garage, matchedWith: bakery });
  });

  it('is started on the day on which the match fell through, and refused from the next (R-10)', () => {
    const story = given(...planned({ on: '2019-11-01' }), matchFellThrough({ on: '2019-11-04' })).today('2019-11-10');
    story
      .when(startPlacement({ on: '2019-11-04' }))
      .then(placementStarted({ on: '2019-11-04', placementId: newId('placement') }));
    story.when(startPlacement({ on: '2019-11-05' })).thenRefused({ code: 'match-fell', matchId, fellOn: day('2019-11-04') });
  });

  it('is refused the second time (R-15)', () => {
    given(...placed({ on: '2019-11-04' }))
      .when(startPlacement({ on: '2019-11-04' }))
      .thenRefused({ code: 'already-placed', matchId, placementId });
  });

  it('is refused for a kind that the programme does not have (R-15)', () => {
    stories(shelfWith({ placementKinds: ['trial'] }))(...planned({ on: '2019-11-01' }))
      .when(startPlacement({ on: '2019-11-04' }))
      .thenRefused({ code: 'placement-kind-not-allowed', kind: 'job', allowed: ['trial'] });
  });

  it('may be for one day, and not end before it begins (R-15)', () => {
    const story = given(...planned({ on: '2019-11-01' }));
    story
      .when(startPlacement({ on: '2019-11-04', until: day('2019-11-04') }))
      .then(placementStarted({ on: '2019-11-04', until: day('2019-11-04'), placementId: newId('placement') }));
    story.when(startPlacement({ on: '2019-11-04', until: day('2019-11-03') })).thenRefused({
      code: 'until-before-start',
      startedOn: day('2019-11-04'),
      until: day('2019-11-03'),
    });
  });

  it('is refused until a talk opens the phase, as Meedoen Werkt has it (R-02)', () => {
    given(...matched({ on: '2019-11-01' }))
      .when(startPlacement({ on: '2019-11-04' }))
      .thenRefused({ code: 'phase-not-open', phase: 'placement', missing: ['TripartiteTalkHeld'] });
  });

  it('is refused without the talk about this very match (R-16)', () => {
    const other = testId<'match'>('match', 'garage');
    const story = [
      matchProposed({ on: '2019-11-01', matchId: other, employerId: garage }),
      interestExpressed({ on: '2019-11-01', matchId: other }),
      interestExpressed({ on: '2019-11-01', matchId: other, by: 'employer' }),
      matchMade({ on: '2019-11-01', matchId: other }),
    ];
    given(...planned({ on: '2019-10-31' }), ...story)
      .when(startPlacement({ on: '2019-11-04', matchId: other, employerId: garage }))
      .thenRefused({ code: 'talk-missing', matchId: other });
  });

  it('is refused without a plan where the definition demands one, and started where it does not (R-16)', () => {
    const story = talked({ on: '2019-11-01' });
    given(...story)
      .when(startPlacement({ on: '2019-11-04' }))
      .thenRefused({ code: 'plan-missing' });
    stories(shelfWith({ beforePlacement: { talk: true, plan: false, agreements: [] } }))(...story)
      .when(startPlacement({ on: '2019-11-04' }))
      .then(placementStarted({ on: '2019-11-04', placementId: newId('placement') }));
  });

  it('is refused without an agreement that the definition demands, the last plan counting (R-16)', () => {
    const hours = [
      {
        agreementId: testId<'agreement'>('agreement', 'hours'),
        subject: 'working-hours',
        owner: 'employer',
        dueOn: day('2020-01-01'),
      },
    ] as const;
    given(...planned({ on: '2019-11-01' }), planAgreed({ on: '2019-11-02', planId: testId('plan', 'second'), agreements: hours }))
      .when(startPlacement({ on: '2019-11-04' }))
      .thenRefused({ code: 'agreement-missing', missing: ['guidance'] });
  });

  it('is refused after the closing, and entered late before it (R-03, P8)', () => {
    const story = given(...planned({ on: '2019-11-01' }), closed({ on: '2019-11-10' })).today('2020-01-10');
    story.when(startPlacement({ on: '2019-11-11' })).thenRefused({
      code: 'trajectory-closed',
      closedOn: day('2019-11-10'),
      result: 'paid-work',
    });
    story
      .when(startPlacement({ on: '2019-11-10' }))
      .then(placementStarted({ on: '2019-11-10', placementId: newId('placement') }));
  });

  it('keeps the plan that it rests on from being voided (R-16, P8)', () => {
    given(...placed({ on: '2019-11-04' }))
      .whenCorrecting([toVoid(idOf('PlanAgreed'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('PlacementStarted'),
        type: 'PlacementStarted',
        occurredOn: day('2019-11-04'),
        refusal: 'plan-missing',
      });
  });
});
