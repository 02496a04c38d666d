import { unnamed } from '../../src/read-models/timeline/names-of-codes.js';
import { startLines } from '../../src/read-models/timeline/lines/trajectory/start.lines.js';
import { trajectoryVocabulary } from '../../src/trajectory/trajectory.events.js';
import { grantIncentive, incentiveGranted, placementConverted, placementExtended } from '../examples/at-work.examples.js';
import {
  addParty,
  agreeLiteracyAction,
  handoverOffered,
  intakeHeld,
  literacyAgreed,
  offerHandover,
  partyJoined,
  uwv,
} from '../examples/around.examples.js';
import { shelfOfShipped } from '../examples/programme.examples.js';
import {
  day,
  matched,
  matchProposed,
  placementEnded,
  placementStarted,
  proposeMatch,
  setGoal,
  started,
  startPlacement,
  startTrajectory,
} from '../examples/trajectory.examples.js';
import { Life } from '../follow-ups/lives.js';
import { newId } from '../harness/decider-spec.js';
import { stories } from '../trajectory/stories.js';

const shelf = shelfOfShipped('praktijktafel-twente');
const given = stories(shelf);

const begun = started({ on: '2019-11-04', referral: 'special-education' });
const talkedWith = [begun, intakeHeld({ on: '2019-11-11', intakeId: null })];
const startedOn = (on: string, until: string) =>
  placementStarted({ on, kind: 'learn-work', contract: 'none', until: day(until) });

describe('Praktijktafel Twente', () => {
  it('lets several organisations take part and hand over from the start (R-212, R-213)', () => {
    given(begun)
      .when(addParty({ on: '2019-11-04' }))
      .then(partyJoined({ on: '2019-11-04' }));
    const both = [begun, partyJoined({ on: '2019-11-04' })];
    const asUwv = { on: '2019-11-04', organisationId: uwv, role: 'benefits-agency' } as const;
    given(...both)
      .when(addParty(asUwv))
      .then(partyJoined(asUwv));
    given(...both)
      .when(offerHandover({ on: '2019-11-05' }))
      .then(handoverOffered({ on: '2019-11-05', handoverId: newId('handover') }));
  });

  it('tells who was sent from special education apart from who was sent by another school (R-25)', () => {
    const heard = (['special-education', 'school'] as const).map((referral) => {
      const start = { on: '2019-11-04', referral };
      given().when(startTrajectory(start)).then(started(start));
      const data = trajectoryVocabulary.TrajectoryStarted.data.parse(started(start).data);
      return startLines.TrajectoryStarted(data, unnamed).nl;
    });

    expect(heard).toEqual([
      'Traject begonnen, ronde 1, aangemeld vanuit het speciaal onderwijs',
      'Traject begonnen, ronde 1, aangemeld door een school',
    ]);
  });

  it('matches nobody who was not talked with (R-02)', () => {
    given(begun)
      .when(proposeMatch({ on: '2019-11-11' }))
      .thenRefused({ code: 'phase-not-open', phase: 'match', missing: ['IntakeHeld'] });
    given(...talkedWith)
      .when(proposeMatch({ on: '2019-11-11' }))
      .then(matchProposed({ on: '2019-11-11', matchId: newId('match') }));
  });

  it('rewards and teaches to read whoever is under way, before work is found (R-227, R-328)', () => {
    given(begun)
      .when(grantIncentive({ on: '2019-11-05' }))
      .then(incentiveGranted({ on: '2019-11-05' }));
    given(begun)
      .when(agreeLiteracyAction({ on: '2019-11-05' }))
      .then(literacyAgreed({ on: '2019-11-05', literacyActionId: newId('literacy-action') }));
  });

  it('places somebody to learn and work without a plan, and nobody as a volunteer (R-15, R-16)', () => {
    const ready = [...talkedWith, ...matched({ on: '2020-01-24' }).slice(2)];
    given(...ready)
      .when(startPlacement({ on: '2020-02-03', kind: 'learn-work', contract: 'none' }))
      .then(placementStarted({ on: '2020-02-03', kind: 'learn-work', contract: 'none', placementId: newId('placement') }));

    const allowed = ['learn-work', 'job', 'trial', 'work-experience', 'sheltered'] as const;
    given(...ready)
      .when(startPlacement({ on: '2020-02-03', kind: 'volunteer' }))
      .thenRefused({ code: 'placement-kind-not-allowed', kind: 'volunteer', allowed });
  });

  it('aims at paid work and what leads there, with a day to ask again (R-07)', () => {
    given(...talkedWith)
      .when(setGoal({ on: '2019-11-11', goal: 'work-experience' }))
      .thenRefused({ code: 'ask-again-missing', goal: 'work-experience' });
    given(...talkedWith)
      .when(setGoal({ on: '2019-11-11', goal: 'volunteer-work', askAgainOn: day('2020-05-11') }))
      .thenRefused({
        code: 'goal-not-allowed',
        goal: 'volunteer-work',
        allowed: ['paid-work', 'work-experience', 'training', 'sheltered-work', 'other'],
      });
  });

  it.each([
    { from: '2020-02-15', until: '2020-05-10', checkIn: '2020-02-29', before: '2020-03-29' },
    { from: '2020-03-15', until: '2020-12-06', checkIn: '2020-03-29', before: '2020-10-25' },
    { from: '2019-12-18', until: '2020-04-11', checkIn: '2020-01-01', before: '2020-02-29' },
    { from: '2019-11-04', until: '2020-02-11', checkIn: '2019-11-18', before: '2019-12-31' },
  ])('asks both on $checkIn how it goes from $from, and on $before what follows after $until (R-50)', (told) => {
    const life = Life.under(shelf).append(told.from, begun, startedOn(told.from, told.until));

    expect(life.standing).toEqual([
      `check-in-after-start with candidate: ${told.checkIn}`,
      `check-in-after-start with employer: ${told.checkIn}`,
      `before-placement-ends with candidate: ${told.before}`,
      `before-placement-ends with employer: ${told.before}`,
    ]);
  });

  it('asks again before the end of each extension, and no more when work goes on as another or is over (R-51, R-52)', () => {
    const standing = (life: Life) => life.standing.filter((line) => /^before-.*candidate/.test(line));
    const life = Life.under(shelf).append('2019-11-04', begun, startedOn('2019-11-04', '2020-02-11'));
    const extended = life.append('2020-01-06', placementExtended({ on: '2020-01-06', until: day('2020-04-11') }));
    expect(standing(extended)).toEqual([
      'before-placement-ends with candidate: done',
      'before-extension-ends with candidate: 2020-02-29',
    ]);

    const converted = extended.append('2020-02-17', placementConverted({ on: '2020-02-17', kind: 'job' }));
    expect(standing(converted)[1]).toBe('before-extension-ends with candidate: done');
    const ended = extended.append('2020-02-17', placementEnded({ on: '2020-02-17' }));
    expect(standing(ended)[1]).toBe('before-extension-ends with candidate: released');
  });
});
