import { contractSigned } from '../examples/at-work.examples.js';
import { stagnationFlagged, stepChanged } from '../examples/around.examples.js';
import { shelfOfShipped } from '../examples/programme.examples.js';
import {
  aftercareContactAssigned,
  assignAftercareContact,
  guidanceSessionHeld,
  recordGuidanceSession,
} from '../examples/supported.examples.js';
import {
  checkInRecorded,
  day,
  goalChanged,
  goalSet,
  matched,
  matchProposed,
  placementEnded,
  placementStarted,
  proposeMatch,
  recordCheckIn,
  setGoal,
  started,
  startPlacement,
} from '../examples/trajectory.examples.js';
import { Life } from '../follow-ups/lives.js';
import { newId } from '../harness/decider-spec.js';
import { stories } from '../trajectory/stories.js';

const shelf = shelfOfShipped('werkwinkel');
const given = stories(shelf);

const begun = started({ on: '2019-03-18', referral: 'own-initiative' });
const volunteering = [begun, stepChanged({ on: '2019-03-18', step: 'volunteer-work', reason: 'work-began' })];

describe('Werkwinkel', () => {
  it('coaches from the first day, and seeks work for whoever stands on the ladder (R-02)', () => {
    const coaching = { on: '2019-03-18', kind: 'coaching', placementId: null } as const;
    given(begun).when(recordGuidanceSession(coaching)).then(guidanceSessionHeld(coaching));

    given(begun)
      .when(proposeMatch({ on: '2019-03-18' }))
      .thenRefused({ code: 'phase-not-open', phase: 'work', missing: ['ParticipationStepChanged'] });
    given(...volunteering)
      .when(proposeMatch({ on: '2019-03-18' }))
      .then(matchProposed({ on: '2019-03-18', matchId: newId('match') }));
  });

  it('climbs by placements as a volunteer, for work experience and in a job, without a plan; no others (R-15, R-16)', () => {
    const ready = [...volunteering, ...matched({ on: '2019-05-13' }).slice(2)];
    for (const kind of ['volunteer', 'work-experience', 'job'] as const)
      given(...ready)
        .when(startPlacement({ on: '2019-05-13', kind }))
        .then(placementStarted({ on: '2019-05-13', kind, placementId: newId('placement') }));

    const allowed = ['volunteer', 'work-experience', 'job'] as const;
    given(...ready)
      .when(startPlacement({ on: '2019-05-13', kind: 'trial' }))
      .thenRefused({ code: 'placement-kind-not-allowed', kind: 'trial', allowed });
  });

  it('names a contact for aftercare once there is a contract besides the placement; how it goes is asked before that (R-02)', () => {
    const placed = [...volunteering, placementStarted({ on: '2019-05-13' })];
    given(...placed)
      .when(assignAftercareContact({ on: '2019-05-14' }))
      .thenRefused({ code: 'phase-not-open', phase: 'aftercare', missing: ['ContractSigned'] });
    given(...placed)
      .when(recordCheckIn({ on: '2019-05-14' }))
      .then(checkInRecorded({ on: '2019-05-14' }));
    given(...placed, contractSigned({ on: '2019-05-14' }))
      .when(assignAftercareContact({ on: '2019-05-14' }))
      .then(aftercareContactAssigned({ on: '2019-05-14' }));
  });

  it.each([
    { stepOn: '2020-01-04', due: '2020-02-29' },
    { stepOn: '2020-02-02', due: '2020-03-29' }, // the clock goes forward
    { stepOn: '2019-09-01', due: '2019-10-27' }, // and back
    { stepOn: '2019-11-05', due: '2019-12-31' },
    { stepOn: '2019-11-06', due: '2020-01-01' },
  ])('speaks to who stepped on $stepOn again by $due, up or down (R-50)', ({ stepOn, due }) => {
    for (const step of ['work-experience', 'none'] as const) {
      const life = Life.under(shelf).append(stepOn, begun, stepChanged({ on: stepOn, step }));
      expect(life.standing).toEqual([`contact-on-step with candidate: ${due}`]);
    }
  });

  it('counts a session, a check-in or a further step as being spoken to (R-51)', () => {
    const later = { on: '2019-04-01' };
    for (const contact of [guidanceSessionHeld(later), checkInRecorded(later), stepChanged({ ...later, step: 'paid-work' })]) {
      const life = Life.under(shelf).append('2019-04-01', ...volunteering, contact);
      expect(life.standing[0]).toBe('contact-on-step with candidate: done');
    }
  });

  it('speaks within a week to who stands still (R-50, R-51)', () => {
    const flagged = Life.under(shelf).append('2019-05-27', ...volunteering, stagnationFlagged({ on: '2019-05-27' }));
    expect(flagged.standing).toEqual([
      'contact-on-step with candidate: 2019-05-13',
      'contact-after-stagnation with candidate: 2019-06-03',
    ]);

    const spoken = flagged.append('2019-06-01', guidanceSessionHeld({ on: '2019-06-01', kind: 'coaching', placementId: null }));
    expect(spoken.standing).toEqual(['contact-on-step with candidate: done', 'contact-after-stagnation with candidate: done']);
  });

  it('asks both two weeks after the contract, and neither once the work has ended (R-50, R-52)', () => {
    const employed = [begun, placementStarted({ on: '2020-02-10' }), contractSigned({ on: '2020-02-15' })];
    const life = Life.under(shelf).append('2020-02-15', ...employed);
    expect(life.standing).toEqual([
      'check-in-after-contract with candidate: 2020-02-29',
      'check-in-after-contract with employer: 2020-02-29',
    ]);

    expect(life.append('2020-02-20', placementEnded({ on: '2020-02-20' })).standing).toEqual([
      'check-in-after-contract with candidate: released',
      'check-in-after-contract with employer: released',
    ]);
  });

  it('asks again after any goal on the way to paid work, and after that no more (R-07, R-50)', () => {
    given(begun)
      .when(setGoal({ on: '2019-03-18', goal: 'volunteer-work' }))
      .thenRefused({ code: 'ask-again-missing', goal: 'volunteer-work' });

    const aimed = goalSet({ on: '2019-12-03', goal: 'volunteer-work', askAgainOn: day('2020-02-29') });
    const higher = goalChanged({ on: '2020-02-29', goal: 'work-experience', askAgainOn: day('2020-12-31') });
    const life = Life.under(shelf).append('2019-12-03', begun, aimed);
    expect(life.standing).toEqual(['ask-again-after-goal with candidate: 2020-02-29']);

    const changed = life.append('2020-02-29', higher);
    expect(changed.standing).toEqual([
      'ask-again-after-goal with candidate: done',
      'ask-again-after-change with candidate: 2020-12-31',
    ]);
    expect(changed.append('2020-06-01', goalChanged({ on: '2020-06-01' })).standing).toEqual([
      'ask-again-after-goal with candidate: done',
      'ask-again-after-change with candidate: done',
    ]);
  });
});
