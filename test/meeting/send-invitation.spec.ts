import { dayFrom as day } from '../../src/kernel/days.js';
import {
  anna,
  bakery,
  candidate,
  cancelled,
  employer,
  given,
  invitationOf,
  invite,
  invited,
  scheduled,
} from '../examples/meeting.examples.js';
import { idOf, newId, toReplace } from '../harness/decider-spec.js';

const meeting = scheduled({ on: '2019-09-02' });
const made = { invitationId: newId('invitation') };

describe('SendInvitation', () => {
  it.each([
    ['a candidate', candidate(anna)],
    ['an employer', employer(bakery)],
  ])('is recorded of %s, with an id of its own (R-305)', (_, invitee) => {
    given(meeting)
      .when(invite({ on: '2019-09-05', invitee }))
      .then(invited({ on: '2019-09-05', invitee, ...made }));
  });

  it('may still go out on the day of the meeting (R-304)', () => {
    given(meeting)
      .when(invite({ on: '2019-10-03', channel: 'telephone' }))
      .then(invited({ on: '2019-10-03', channel: 'telephone', ...made }));
  });

  it('is refused the day after (R-304)', () => {
    given(meeting)
      .when(invite({ on: '2019-10-04' }))
      .thenRefused({ code: 'after-the-meeting', happenedOn: day('2019-10-04'), heldOn: day('2019-10-03') });
  });

  it('is refused of who was invited (R-305)', () => {
    given(meeting, invited({ on: '2019-09-05' }))
      .when(invite({ on: '2019-09-06' }))
      .thenRefused({ code: 'already-invited', party: candidate(anna), invitationId: invitationOf(anna) });
  });

  it('is refused once the meeting was cancelled (R-302)', () => {
    given(meeting, cancelled({ on: '2019-09-20' }))
      .when(invite({ on: '2019-09-21' }))
      .thenRefused({ code: 'meeting-cancelled', cancelledOn: day('2019-09-20') });
  });

  it('is entered late from before the meeting was cancelled (P8)', () => {
    given(meeting, cancelled({ on: '2019-09-20' }))
      .when(invite({ on: '2019-09-19' }))
      .then(invited({ on: '2019-09-19', ...made }));
  });

  it('is refused to a meeting that is not scheduled (R-302)', () => {
    given()
      .when(invite({ on: '2019-09-05' }))
      .thenRefused({ code: 'meeting-not-scheduled' });
  });

  it('keeps its id under correction (P8)', () => {
    const { data } = invited({ on: '2019-09-05', invitationId: invitationOf(bakery) });

    given(meeting, invited({ on: '2019-09-05' }))
      .whenCorrecting([toReplace(idOf('InvitationSent'), { occurredOn: day('2019-09-05'), data })])
      .thenRefused({ code: 'ids-must-stay', eventId: idOf('InvitationSent'), ids: ['invitationId'] });
  });
});
