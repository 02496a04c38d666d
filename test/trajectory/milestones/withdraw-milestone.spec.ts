import { atWork, halfAYear, milestoneReached, milestoneWithdrawn, withdrawMilestone } from '../../examples/supported.examples.js';
import { shelfWith } from '../../examples/programme.examples.js';
import { closed } from '../../examples/trajectory.examples.js';
import { idOf, toVoid, voided } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories(shelfWith({ milestones: [halfAYear] }));
const told = [...atWork, milestoneReached({ on: '2020-05-04' })];

describe('WithdrawMilestone', () => {
  it('is withdrawn once, also after the closing (R-271)', () => {
    given(...told, closed({ on: '2020-05-05' }))
      .when(withdrawMilestone({ on: '2020-06-01' }))
      .then(milestoneWithdrawn({ on: '2020-06-01' }));
    given(...told, milestoneWithdrawn({ on: '2020-06-01' }))
      .when(withdrawMilestone({ on: '2020-06-01' }))
      .thenRefused({ code: 'not-told', milestone: halfAYear });
  });

  it('is refused of what was not told (R-271)', () => {
    given(...told)
      .when(withdrawMilestone({ on: '2020-05-03' }))
      .thenRefused({ code: 'not-told', milestone: halfAYear });
  });

  it('is judged once: the telling may be voided before it (R-271)', () => {
    given(...told, milestoneWithdrawn({ on: '2020-06-01' }))
      .whenCorrecting([toVoid(idOf('MilestoneReached'))])
      .then(voided(idOf('MilestoneReached'), '2020-06-01'));
  });
});
