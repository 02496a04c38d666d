import { dayFrom as day } from '../../src/kernel/days.js';
import {
  anna,
  bothInvited,
  bram,
  cancelled,
  candidate,
  employer,
  garage,
  given,
  invitationOf,
  invite,
  scheduled,
  walkedIn,
  walkIn,
} from '../examples/meeting.examples.js';
import { idOf } from '../harness/decider-spec.js';

const meeting = scheduled({ on: '2019-09-02' });

describe('RegisterWalkIn', () => {
  it.each([
    ['a candidate', candidate(bram)],
    ['an employer', employer(garage)],
  ])('welcomes %s on the day (R-303)', (_, party) => {
    given(...bothInvited)
      .when(walkIn({ on: '2019-10-03', party }))
      .then(walkedIn({ on: '2019-10-03', party }));
  });

  it.each(['2019-10-02', '2019-10-04'])('is refused on another day: %s (R-303)', (on) => {
    given(meeting)
      .when(walkIn({ on }))
      .thenRefused({ code: 'not-on-the-day-of-the-meeting', happenedOn: day(on), heldOn: day('2019-10-03') });
  });

  it('is refused of who was invited (R-305)', () => {
    given(...bothInvited)
      .when(walkIn({ on: '2019-10-03' }))
      .thenRefused({ code: 'already-invited', party: candidate(anna), invitationId: invitationOf(anna) });
  });

  it('is refused a second time (R-305)', () => {
    given(meeting, walkedIn({ on: '2019-10-03' }))
      .when(walkIn({ on: '2019-10-03' }))
      .thenRefused({ code: 'already-walked-in', party: candidate(anna) });
  });

  it('is refused at a cancelled meeting (R-302)', () => {
    given(meeting, cancelled({ on: '2019-10-03' }))
      .when(walkIn({ on: '2019-10-03' }))
      .thenRefused({ code: 'meeting-cancelled', cancelledOn: day('2019-10-03') });
  });

  it('is refused to a meeting that is not scheduled (R-302)', () => {
    given()
      .when(walkIn({ on: '2019-10-03' }))
      .thenRefused({ code: 'meeting-not-scheduled' });
  });

  it('does not become an invited one by a late invitation (R-305, P8)', () => {
    given(meeting, walkedIn({ on: '2019-10-03' }))
      .when(invite({ on: '2019-09-05' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('WalkInRegistered'),
        type: 'WalkInRegistered',
        occurredOn: day('2019-10-03'),
        refusal: 'already-invited',
      });
  });
});
