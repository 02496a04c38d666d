import type { Code } from '../../../src/kernel/fields.events.js';
import { atWork, halfAYear, milestoneReached, milestoneWithdrawn, recordMilestone } from '../../examples/supported.examples.js';
import { shelfWith } from '../../examples/programme.examples.js';
import { closed, day } from '../../examples/trajectory.examples.js';
import { idOf, toVoid, voided } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories(shelfWith({ milestones: [halfAYear] }));
const reachedOn = day('2020-05-04');

describe('RecordMilestone', () => {
  it('is told on the day on which it was reached or later, also after the closing (R-270)', () => {
    given(...atWork)
      .when(recordMilestone({ on: '2020-05-04' }))
      .then(milestoneReached({ on: '2020-05-04' }));
    given(...atWork, closed({ on: '2020-03-31' }))
      .when(recordMilestone({ on: '2020-05-05' }))
      .then(milestoneReached({ on: '2020-05-05' }));
    given(...atWork)
      .when(recordMilestone({ on: '2020-05-03' }))
      .thenRefused({ code: 'told-too-early', wasOn: reachedOn, toldOn: day('2020-05-03') });
  });

  it('is no earlier than the trajectory (R-270, R-01)', () => {
    const { begunOn } = given(...atWork).state();
    given(...atWork)
      .when(recordMilestone({ on: '2020-05-04', reachedOn: day('2019-01-01') }))
      .thenRefused({ code: 'before-start', begunOn: begunOn ?? day('2019-01-01') });
  });

  it('is one that the programme names, whoever waives it (R-270, P10)', () => {
    const strange = 'moon-landing' as Code<'milestone'>;
    given(...atWork)
      .overriding()
      .when(recordMilestone({ on: '2020-05-04', milestone: strange }))
      .thenRefused({ code: 'milestone-not-known', milestone: strange, known: [halfAYear] });
    stories()(...atWork)
      .when(recordMilestone({ on: '2020-05-04' }))
      .thenRefused({ code: 'milestone-not-known', milestone: halfAYear, known: [] });
  });

  it('is told once, and again when it was withdrawn (R-270)', () => {
    const told = [...atWork, milestoneReached({ on: '2020-05-04' })];
    given(...told)
      .when(recordMilestone({ on: '2020-05-05' }))
      .thenRefused({ code: 'already-told', milestone: halfAYear });
    given(...told, milestoneWithdrawn({ on: '2020-05-05' }))
      .when(recordMilestone({ on: '2020-05-05' }))
      .then(milestoneReached({ on: '2020-05-05' }));
  });

  it('is judged once: what it rests on may be voided (R-270)', () => {
    given(...atWork, milestoneReached({ on: '2020-05-04' }))
      .whenCorrecting([toVoid(idOf('PlacementStarted'))])
      .then(voided(idOf('PlacementStarted'), '2020-05-04'));
  });
});
