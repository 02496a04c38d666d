import {
  intakeHeld,
  intakeId,
  intakeMissed,
  intakeScheduled,
  invited,
  recordMissedIntake,
} from '../../examples/around.examples.js';
import { day } from '../../examples/trajectory.examples.js';
import { idOf, toReplace, toVoid, replaced, voided } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordMissedIntake', () => {
  it('is missed on its day or later, with or without an excuse, not the day before (R-221)', () => {
    given(...invited)
      .when(recordMissedIntake({ on: '2019-10-11' }))
      .then(intakeMissed({ on: '2019-10-11' }));
    given(...invited)
      .when(recordMissedIntake({ on: '2019-10-12', excused: false }))
      .then(intakeMissed({ on: '2019-10-12', excused: false }));
    given(...invited)
      .when(recordMissedIntake({ on: '2019-10-10' }))
      .thenRefused({ code: 'intake-not-yet', intakeId, intakeOn: day('2019-10-11') });
  });

  it('is refused for an intake that was not planned, and for one that is over (R-220)', () => {
    given(...invited)
      .when(recordMissedIntake({ on: '2019-10-03' }))
      .thenRefused({ code: 'no-such-intake', intakeId });
    given(...invited, intakeHeld({ on: '2019-10-11' }))
      .when(recordMissedIntake({ on: '2019-10-11' }))
      .thenRefused({ code: 'intake-over', intakeId, how: 'held', overOn: day('2019-10-11') });
    given(...invited, intakeMissed({ on: '2019-10-11' }))
      .when(recordMissedIntake({ on: '2019-10-12' }))
      .thenRefused({ code: 'intake-over', intakeId, how: 'missed', overOn: day('2019-10-11') });
  });

  it('stands in nothing’s way: what it rests on may be moved or voided (R-221, P8)', () => {
    const story = given(...invited, intakeMissed({ on: '2019-10-11' }));
    const later = intakeScheduled({ on: '2019-10-04', intakeOn: day('2019-10-18') });

    story
      .whenCorrecting([toReplace(idOf('IntakeScheduled'), { occurredOn: day('2019-10-04'), data: later.data })])
      .then(replaced(idOf('IntakeScheduled'), '2019-10-11', later));
    story.whenCorrecting([toVoid(idOf('IntakeScheduled'))]).then(voided(idOf('IntakeScheduled'), '2019-10-11'));
  });
});
