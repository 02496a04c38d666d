import { shelfOfShipped } from '../examples/programme.examples.js';
import {
  agreePlan,
  checkInRecorded,
  closed,
  day,
  goalChanged,
  goalSet,
  matched,
  matchProposed,
  placed,
  placementEnded,
  placementStarted,
  planned,
  proposeMatch,
  setGoal,
  started,
  startPlacement,
  talked,
} from '../examples/trajectory.examples.js';
import { Life } from '../follow-ups/lives.js';
import { newId } from '../harness/decider-spec.js';
import { stories } from '../trajectory/stories.js';

const shelf = shelfOfShipped('meedoen-werkt');
const given = stories(shelf);

describe('Meedoen Werkt!', () => {
  it('meets first: a match may be proposed from the start (R-02)', () => {
    given(started({ on: '2019-10-03' }))
      .when(proposeMatch({ on: '2019-10-03' }))
      .then(matchProposed({ on: '2019-10-03', matchId: newId('match') }));
  });

  it('plans after the talk of three, and places nobody before it (R-02)', () => {
    given(...matched({ on: '2019-10-10' }))
      .when(agreePlan({ on: '2019-10-11' }))
      .thenRefused({ code: 'phase-not-open', phase: 'plan', missing: ['TripartiteTalkHeld'] });
    given(...matched({ on: '2019-10-10' }))
      .when(startPlacement({ on: '2019-10-11' }))
      .thenRefused({ code: 'phase-not-open', phase: 'placement', missing: ['TripartiteTalkHeld'] });
  });

  it('places nobody without a plan, and whoever has one (R-16)', () => {
    given(...talked({ on: '2019-10-11' }))
      .when(startPlacement({ on: '2019-10-14' }))
      .thenRefused({ code: 'plan-missing' });
    given(...planned({ on: '2019-10-11' }))
      .when(startPlacement({ on: '2019-10-14' }))
      .then(placementStarted({ on: '2019-10-14', placementId: newId('placement') }));
  });

  it.each(['work-experience', 'volunteer-work', 'training', 'sheltered-work', 'other'] as const)(
    'aims at %s too, with a day on which to ask again (R-07)',
    (goal) => {
      const begun = started({ on: '2019-10-03' });
      given(begun)
        .when(setGoal({ on: '2019-10-03', goal }))
        .thenRefused({ code: 'ask-again-missing', goal });
      const aim = { on: '2019-10-03', goal, askAgainOn: day('2020-02-29') };
      given(begun).when(setGoal(aim)).then(goalSet(aim));
      expect(Life.under(shelf).append('2019-10-03', begun, goalSet(aim)).standing).toEqual([
        'ask-again-after-goal with candidate: 2020-02-29',
      ]);
    },
  );

  it('asks again on the day of the last goal, until paid work is the goal or all is closed (R-50 to R-52)', () => {
    const aimed = goalSet({ on: '2019-10-03', goal: 'training', askAgainOn: day('2019-12-31') });
    const other = goalChanged({ on: '2019-12-31', goal: 'other', askAgainOn: day('2020-03-29') });
    const life = Life.under(shelf)
      .append('2019-10-03', started({ on: '2019-10-03' }), aimed)
      .append('2019-12-31', other);
    expect(life.standing).toEqual([
      'ask-again-after-goal with candidate: done',
      'ask-again-after-change with candidate: 2020-03-29',
    ]);

    expect(life.append('2020-01-06', goalChanged({ on: '2020-01-06' })).standing[1]).toBe(
      'ask-again-after-change with candidate: done',
    );
    expect(life.append('2020-01-06', closed({ on: '2020-01-06' })).standing[1]).toBe(
      'ask-again-after-change with candidate: released',
    );
  });

  it('asks both after two weeks, also once it has closed, until the placement ends (R-51, R-52)', () => {
    const life = Life.under(shelf)
      .append('2020-02-15', ...placed({ on: '2020-02-15' }))
      .append('2020-02-17', closed({ on: '2020-02-17' }));
    const both = (of: string, and: string) => [
      `check-in-after-start with candidate: ${of}`,
      `check-in-after-start with employer: ${and}`,
    ];
    expect(life.standing).toEqual(both('2020-02-29', '2020-02-29'));

    const asked = life.append('2020-02-29', checkInRecorded({ on: '2020-02-29', with: 'candidate' }));
    expect(asked.standing).toEqual(both('done', '2020-02-29'));
    expect(asked.append('2020-03-01', placementEnded({ on: '2020-03-01' })).standing).toEqual(both('done', 'released'));
  });
});
