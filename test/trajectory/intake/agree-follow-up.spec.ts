import { agreeFollowUp, followUpAgreed, intakeHeld, invited } from '../../examples/around.examples.js';
import { day } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('AgreeFollowUp', () => {
  it('follows a talk on its own day, and lies on that day at the earliest (R-223)', () => {
    const talked = given(...invited, intakeHeld({ on: '2019-10-11' }));
    const next = (followUpOn: string) => agreeFollowUp({ on: '2019-10-11', followUpOn: day(followUpOn) });

    for (const on of ['2019-10-11', '2019-10-12'])
      talked.when(next(on)).then(followUpAgreed({ on: '2019-10-11', followUpOn: day(on) }));
    talked.when(next('2019-10-10')).thenRefused({
      code: 'follow-up-before',
      followUpOn: day('2019-10-10'),
      agreedOn: day('2019-10-11'),
    });
  });

  it('is refused before any talk (R-223)', () => {
    given(...invited, intakeHeld({ on: '2019-10-11' }))
      .when(agreeFollowUp({ on: '2019-10-10' }))
      .thenRefused({ code: 'no-intake-held' });
  });

  it('keeps the only talk from being voided (R-223, P8)', () => {
    given(...invited, intakeHeld({ on: '2019-10-11' }), followUpAgreed({ on: '2019-10-11' }))
      .whenCorrecting([toVoid(idOf('IntakeHeld'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('FollowUpAgreed'),
        type: 'FollowUpAgreed',
        occurredOn: day('2019-10-11'),
        refusal: 'no-intake-held',
      });
  });
});
