import { dueAt } from '../../../src/kernel/days.js';
import type { Period } from '../../../src/kernel/days.js';
import type { Code } from '../../../src/kernel/fields.events.js';
import type { FollowUpId } from '../../../src/kernel/ids.js';
import type { TrajectoryEvent, TrajectoryEventOf } from '../../../src/trajectory/trajectory.events.js';
import { calendarPin, meedoenWerkt, shelfWith } from '../../examples/programme.examples.js';
import { day, placed } from '../../examples/trajectory.examples.js';
import { idOf } from '../../harness/decider-spec.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const followUpId: FollowUpId = testId('follow-up', 'anna');
const due = (on: string) => ({
  dueOn: day(on),
  dueAt: dueAt(day(on)),
  calendar: calendarPin,
});

const followUpPlanned: TrajectoryEventOf<'FollowUpPlanned'> = {
  type: 'FollowUpPlanned',
  occurredOn: day('2019-11-04'),
  data: {
    followUpId,
    version: 1,
    ruleId: 'check-in-after-start' as Code<'rule'>,
    programmeVersion: 1,
    cause: idOf('PlacementStarted'),
    with: 'candidate',
    ...due('2019-11-18'),
  },
};
const moved = (to: string, on: string): TrajectoryEvent => ({
  type: 'FollowUpMoved',
  occurredOn: day(on),
  data: { followUpId, version: 2, ...due(to) },
});
const fellDue = (on: string, step = 0, version = 1): TrajectoryEventOf<'FollowUpFellDue'> => ({
  type: 'FollowUpFellDue',
  occurredOn: day(on),
  data: { followUpId, version, step },
});
const done: TrajectoryEvent = {
  type: 'FollowUpDone',
  occurredOn: day('2019-11-15'),
  data: { followUpId, by: idOf('CheckInRecorded') },
};
const cancelled: TrajectoryEvent = {
  type: 'FollowUpCancelled',
  occurredOn: day('2019-11-15'),
  data: { followUpId, by: idOf('PlacementEnded'), reason: 'released' },
};
const recordFallDue = (step = 0, version = 1) => ({ type: 'RecordFallDue' as const, data: { followUpId, version, step } });

const placedAndPlanned = [...placed({ on: '2019-11-04' }), followUpPlanned];
const given = stories();
const [rule] = meedoenWerkt.followUps;
const escalating = stories(
  shelfWith({
    followUps: [
      {
        ...rule,
        escalate: [
          { to: 'caseworker', after: 'P3D' as Period },
          { to: 'supervisor', after: 'P10D' as Period },
        ],
      },
    ],
  }),
);

describe('RecordFallDue', () => {
  it('falls due on its day, and on every later one when the worker was down (R-23, P7)', () => {
    given(...placedAndPlanned)
      .today('2019-11-18')
      .when(recordFallDue())
      .then(fellDue('2019-11-18'));
    given(...placedAndPlanned)
      .today('2020-02-29')
      .when(recordFallDue())
      .then(fellDue('2020-02-29'));
  });

  it('is refused the day before (R-23)', () => {
    given(...placedAndPlanned)
      .today('2019-11-17')
      .when(recordFallDue())
      .thenRefused({ code: 'not-yet-due', followUpId, dueOn: day('2019-11-18') });
  });

  it('falls due once (R-23, P7)', () => {
    given(...placedAndPlanned, fellDue('2019-11-18'))
      .when(recordFallDue())
      .thenRefused({ code: 'already-fell-due', followUpId, step: 0 });
  });

  it('is refused once done, cancelled, or unknown (R-23, P7)', () => {
    given(...placedAndPlanned, done)
      .today('2019-11-18')
      .when(recordFallDue())
      .thenRefused({ code: 'follow-up-done', followUpId });
    given(...placedAndPlanned, cancelled)
      .today('2019-11-18')
      .when(recordFallDue())
      .thenRefused({ code: 'follow-up-cancelled', followUpId });
    given(...placed({ on: '2019-11-04' }))
      .today('2019-11-18')
      .when(recordFallDue())
      .thenRefused({ code: 'no-such-follow-up', followUpId });
  });

  it('is refused for the version before a move, and falls due under the new one (R-23, P7)', () => {
    const story = given(...placedAndPlanned, moved('2019-11-20', '2019-11-06'));
    story
      .today('2019-11-18')
      .when(recordFallDue())
      .thenRefused({ code: 'follow-up-moved', followUpId, version: 2, dueOn: day('2019-11-20') });
    story
      .today('2019-11-19')
      .when(recordFallDue(0, 2))
      .thenRefused({ code: 'not-yet-due', followUpId, dueOn: day('2019-11-20') });
    story
      .today('2019-11-20')
      .when(recordFallDue(0, 2))
      .then(fellDue('2019-11-20', 0, 2));
  });

  it('is escalated as often as its rule says, in that order (R-23)', () => {
    const story = escalating(...placedAndPlanned, fellDue('2019-11-18'));
    story
      .today('2019-11-20')
      .when(recordFallDue(1))
      .thenRefused({ code: 'not-yet-due', followUpId, dueOn: day('2019-11-21') });
    story.today('2019-11-21').when(recordFallDue(1)).then(fellDue('2019-11-21', 1));
    story.today('2019-12-21').when(recordFallDue(2)).thenRefused({ code: 'step-out-of-order', followUpId, next: 1 });
    escalating(...placedAndPlanned, fellDue('2019-11-18'), fellDue('2019-11-21', 1))
      .today('2019-11-28')
      .when(recordFallDue(2))
      .then(fellDue('2019-11-28', 2));
    given(...placedAndPlanned, fellDue('2019-11-18'))
      .today('2019-12-21')
      .when(recordFallDue(1))
      .thenRefused({ code: 'no-such-step', followUpId, steps: 0 });
  });
});
