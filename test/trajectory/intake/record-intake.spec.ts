import { intakeHeld, intakeId, intakeMissed, invited, recordIntake } from '../../examples/around.examples.js';
import { day, started, words } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordIntake', () => {
  it('is held as planned, also on another day, with the words sealed (R-222)', () => {
    given(...invited)
      .when({ ...recordIntake({ on: '2019-10-11' }), seal: words })
      .then({ ...intakeHeld({ on: '2019-10-11' }), seal: words });
    given(...invited)
      .when(recordIntake({ on: '2019-10-09' }))
      .then(intakeHeld({ on: '2019-10-09' }));
  });

  it('counts as much when nobody had planned it, and as often as it is held (R-222)', () => {
    given(started({ on: '2019-10-03' }), intakeHeld({ on: '2019-10-03', intakeId: null }))
      .when(recordIntake({ on: '2019-10-03', intakeId: null }))
      .then(intakeHeld({ on: '2019-10-03', intakeId: null }));
  });

  it('is refused for an intake that is not there yet, or is over (R-220)', () => {
    given(...invited)
      .when(recordIntake({ on: '2019-10-03' }))
      .thenRefused({ code: 'no-such-intake', intakeId });
    given(...invited, intakeMissed({ on: '2019-10-11' }))
      .when(recordIntake({ on: '2019-10-11' }))
      .thenRefused({ code: 'intake-over', intakeId, how: 'missed', overOn: day('2019-10-11') });
  });

  it('keeps its planning from being voided (R-220, P8)', () => {
    given(...invited, intakeHeld({ on: '2019-10-11' }))
      .whenCorrecting([toVoid(idOf('IntakeScheduled'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('IntakeHeld'),
        type: 'IntakeHeld',
        occurredOn: day('2019-10-11'),
        refusal: 'no-such-intake',
      });
  });
});
