import type { TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import { newJobFound, recordNewJob } from '../examples/at-work.examples.js';
import {
  assessmentRecorded,
  caseworkerAssigned,
  dismissalAnnounced,
  dismissalRevised,
  providerReferred,
  recordAssessment,
  referToProvider,
  retrainingStarted,
  startRetraining,
} from '../examples/around.examples.js';
import { shelfOfShipped } from '../examples/programme.examples.js';
import { closed, day, placementStarted, proposeMatch, setGoal, started } from '../examples/trajectory.examples.js';
import { Life } from '../follow-ups/lives.js';
import { newId } from '../harness/decider-spec.js';
import { stories } from '../trajectory/stories.js';

const shelf = shelfOfShipped('van-werk-naar-werk');
const given = stories(shelf);

const enrolled = started({ on: '2019-03-04', referral: 'employer' });
const coached = [enrolled, caseworkerAssigned({ on: '2019-03-04' })];
const told = [...coached, dismissalAnnounced({ on: '2019-03-05', dismissalOn: day('2019-09-01') })];

describe('Van Werk naar Werk', () => {
  it('assesses nobody who has no fixed coach yet (R-02)', () => {
    given(enrolled)
      .when(recordAssessment({ on: '2019-03-18' }))
      .thenRefused({ code: 'phase-not-open', phase: 'coaching', missing: ['CaseworkerAssigned'] });
    given(...coached)
      .when(recordAssessment({ on: '2019-03-18' }))
      .then(assessmentRecorded({ on: '2019-03-18' }));
  });

  it('begins retraining and asks providers and employers once the day of the dismissal is known (R-02)', () => {
    const missing = ['DismissalAnnounced'] as const;
    given(...coached)
      .when(startRetraining({ on: '2019-03-18' }))
      .thenRefused({ code: 'phase-not-open', phase: 'preparation', missing });
    given(...coached)
      .when(referToProvider({ on: '2019-03-18' }))
      .thenRefused({ code: 'phase-not-open', phase: 'preparation', missing });
    given(...coached)
      .when(proposeMatch({ on: '2019-03-18' }))
      .thenRefused({ code: 'phase-not-open', phase: 'match', missing });

    given(...told)
      .when(startRetraining({ on: '2019-03-18' }))
      .then(retrainingStarted({ on: '2019-03-18', retrainingId: newId('retraining') }));
    given(...told)
      .when(referToProvider({ on: '2019-03-18' }))
      .then(providerReferred({ on: '2019-03-18', referralId: newId('referral') }));
  });

  it('takes a new job whenever it is found, without a match, a talk or a plan (R-323)', () => {
    const found = { on: '2019-03-11', startsOn: day('2019-04-01') };
    given(enrolled).when(recordNewJob(found)).then(newJobFound(found));
  });

  it('aims at a new job, or at training with a day to ask again (R-07)', () => {
    given(...coached)
      .when(setGoal({ on: '2019-03-18', goal: 'volunteer-work', askAgainOn: day('2019-09-01') }))
      .thenRefused({ code: 'goal-not-allowed', goal: 'volunteer-work', allowed: ['paid-work', 'training'] });
    given(...coached)
      .when(setGoal({ on: '2019-03-18', goal: 'training' }))
      .thenRefused({ code: 'ask-again-missing', goal: 'training' });
  });

  it.each([
    { dismissalOn: '2020-04-11', due: '2020-02-29' },
    { dismissalOn: '2020-05-10', due: '2020-03-29' }, // the clock goes forward
    { dismissalOn: '2020-12-06', due: '2020-10-25' }, // and back
    { dismissalOn: '2021-02-11', due: '2020-12-31' },
    { dismissalOn: '2020-02-01', due: '2020-01-06' }, // less than six weeks: the day on which it was told
  ])('asks six weeks before a dismissal on $dismissalOn, on $due (R-50)', ({ dismissalOn, due }) => {
    const announced = dismissalAnnounced({ on: '2020-01-06', dismissalOn: day(dismissalOn) });
    const life = Life.under(shelf).append('2020-01-06', started({ on: '2020-01-06' }), announced);

    expect(life.standing).toContain(`before-dismissal with candidate: ${due}`);
  });

  it('asks by the day that was told last, however often it was revised (R-52)', () => {
    const revised = (on: string, dismissalOn: string) => dismissalRevised({ on, dismissalOn: day(dismissalOn) });
    const life = Life.under(shelf)
      .append('2019-03-05', ...told)
      .append('2019-05-06', revised('2019-05-06', '2019-10-01'))
      .append('2019-05-20', revised('2019-05-20', '2019-11-01'));

    expect(life.standing).toEqual([
      'job-within-half-a-year with candidate: 2019-09-02',
      'before-dismissal with candidate: released',
      'before-revised-dismissal with candidate: released',
      'before-revised-dismissal with candidate: 2019-09-20',
    ]);
  });

  it.each<[string, TrajectoryEvent]>([
    ['a new job that was found', newJobFound({ on: '2019-06-03', startsOn: day('2019-07-01') })],
    ['a placement with an employer who was asked', placementStarted({ on: '2019-06-03' })],
  ])('is kept by %s (R-51)', (_, work) => {
    const life = Life.under(shelf)
      .append('2019-03-05', ...told)
      .append('2019-06-03', work);

    expect(life.standing).toEqual(['job-within-half-a-year with candidate: done', 'before-dismissal with candidate: done']);
  });

  it('asks nothing more of whom it has closed with (R-52)', () => {
    const life = Life.under(shelf)
      .append('2019-03-05', ...told)
      .append('2019-06-03', closed({ on: '2019-06-03' }));

    expect(life.standing).toEqual([
      'job-within-half-a-year with candidate: released',
      'before-dismissal with candidate: released',
    ]);
  });
});
