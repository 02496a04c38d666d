import { contractSigned, signContract } from '../examples/at-work.examples.js';
import { agreeFollowUp, followUpAgreed, intakeHeld, recordIntake } from '../examples/around.examples.js';
import { shelfOfShipped } from '../examples/programme.examples.js';
import { halfAYear, lastingWork, milestoneReached, recordMilestone } from '../examples/supported.examples.js';
import {
  closed,
  day,
  matched,
  matchProposed,
  placementEnded,
  placementId,
  placementStarted,
  proposeMatch,
  setGoal,
  started,
  startPlacement,
} from '../examples/trajectory.examples.js';
import { Life } from '../follow-ups/lives.js';
import { newId } from '../harness/decider-spec.js';
import { stories } from '../trajectory/stories.js';

const shelf = shelfOfShipped('werkoffensief-500');
const given = stories(shelf);

const begun = started({ on: '2019-01-15', referral: 'municipality' });
const talk = { on: '2019-01-15', intakeId: null };
const talkedWith = [begun, intakeHeld(talk)];

describe('Werkoffensief +500', () => {
  it('talks with somebody before an employer is sought (R-02)', () => {
    given(begun)
      .when(proposeMatch({ on: '2019-01-15' }))
      .thenRefused({ code: 'phase-not-open', phase: 'match', missing: ['IntakeHeld'] });
    given(begun).when(recordIntake(talk)).then(intakeHeld(talk));
    given(...talkedWith)
      .when(proposeMatch({ on: '2019-01-15' }))
      .then(matchProposed({ on: '2019-01-15', matchId: newId('match') }));
  });

  it('agrees on a next appointment with whom was talked with (R-02, R-223)', () => {
    const next = { on: '2019-01-15', followUpOn: day('2019-01-29') };
    given(begun)
      .when(agreeFollowUp(next))
      .thenRefused({ code: 'phase-not-open', phase: 'agreements', missing: ['IntakeHeld'] });
    given(...talkedWith)
      .when(agreeFollowUp(next))
      .then(followUpAgreed(next));
  });

  it('lets a job begin without a plan, and its contract be signed (R-16, R-320)', () => {
    const ready = [...talkedWith, ...matched({ on: '2019-03-20' }).slice(2)];
    const job = placementStarted({ on: '2019-03-21', placementId: newId('placement') });
    given(...ready)
      .when(startPlacement({ on: '2019-03-21' }))
      .then(job);

    const signed = { on: '2019-03-21', signedOn: day('2019-03-21'), from: day('2019-03-21') };
    given(...ready)
      .when(signContract(signed))
      .thenRefused({ code: 'no-such-placement', placementId });
    given(...ready, placementStarted({ on: '2019-03-21' }))
      .when(signContract(signed))
      .then(contractSigned(signed));
  });

  it('aims at jobs: of placements only those and trials, of goals none at a sheltered place (R-07, R-15)', () => {
    given(...talkedWith, ...matched({ on: '2019-03-20' }).slice(2))
      .when(startPlacement({ on: '2019-03-21', kind: 'volunteer' }))
      .thenRefused({ code: 'placement-kind-not-allowed', kind: 'volunteer', allowed: ['job', 'trial'] });

    const allowed = ['paid-work', 'training', 'volunteer-work', 'other'] as const;
    given(...talkedWith)
      .when(setGoal({ on: '2019-01-15', goal: 'sheltered-work', askAgainOn: day('2019-07-15') }))
      .thenRefused({ code: 'goal-not-allowed', goal: 'sheltered-work', allowed });
    given(...talkedWith)
      .when(setGoal({ on: '2019-01-15', goal: 'volunteer-work' }))
      .thenRefused({ code: 'ask-again-missing', goal: 'volunteer-work' });
  });

  it('tells of work that lasted, and of no other milestone (R-270)', () => {
    const lasted = { on: '2019-09-23', milestone: lastingWork, reachedOn: day('2019-09-21') };
    given(begun).when(recordMilestone(lasted)).then(milestoneReached(lasted));
    given(begun)
      .when(recordMilestone({ on: '2019-09-23', reachedOn: day('2019-09-21') }))
      .thenRefused({ code: 'milestone-not-known', milestone: halfAYear, known: [lastingWork] });
  });

  it.each([
    { startedOn: '2020-02-01', due: '2020-02-29' },
    { startedOn: '2020-03-01', due: '2020-03-29' }, // the clock goes forward
    { startedOn: '2019-09-29', due: '2019-10-27' }, // and back
    { startedOn: '2019-12-04', due: '2020-01-01' },
  ])('promises a talk to who started on $startedOn by $due, until it is held (R-50, R-51)', ({ startedOn, due }) => {
    const life = Life.under(shelf).append(startedOn, started({ on: startedOn }));
    expect(life.standing).toEqual([`talk-after-start with candidate: ${due}`]);

    expect(life.append(due, intakeHeld({ ...talk, on: due })).standing).toEqual(['talk-after-start with candidate: done']);
    expect(life.append(due, closed({ on: due })).standing).toEqual(['talk-after-start with candidate: released']);
  });

  it.each([
    { until: '2020-04-11', due: '2020-02-29' },
    { until: '2020-05-10', due: '2020-03-29' },
    { until: '2019-12-08', due: '2019-10-27' },
    { until: '2020-02-11', due: '2019-12-31' },
  ])('asks both six weeks before a contract ends on $until, on $due (R-50)', ({ until, due }) => {
    const contract = contractSigned({ on: '2019-03-21', until: day(until) });
    const life = Life.under(shelf).append('2019-03-21', ...talkedWith, placementStarted({ on: '2019-03-21' }), contract);

    expect(life.standing.slice(1)).toEqual([
      'check-in-after-start with candidate: 2019-04-04',
      'check-in-after-start with employer: 2019-04-04',
      `before-contract-ends with candidate: ${due}`,
      `before-contract-ends with employer: ${due}`,
    ]);
  });

  it('asks on until the next contract is signed, and after one without an end no more (R-51, R-52)', () => {
    const first = contractSigned({ on: '2019-03-21', until: day('2019-09-20') });
    const life = Life.under(shelf).append('2019-03-21', begun, placementStarted({ on: '2019-03-21' }), first);
    const standing = (later: Life) => later.standing.filter((line) => line.startsWith('before-contract-ends with candidate'));

    const permanent = contractSigned({ on: '2019-08-19', contract: 'permanent', from: day('2019-09-21') });
    expect(standing(life.append('2019-08-19', permanent))).toEqual(['before-contract-ends with candidate: done']);

    const second = contractSigned({ on: '2019-08-19', from: day('2019-09-21'), until: day('2020-04-11') });
    expect(standing(life.append('2019-08-19', second))).toEqual([
      'before-contract-ends with candidate: done',
      'before-contract-ends with candidate: 2020-02-29',
    ]);

    expect(standing(life.append('2019-06-03', placementEnded({ on: '2019-06-03' })))).toEqual([
      'before-contract-ends with candidate: released',
    ]);
  });
});
