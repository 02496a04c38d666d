import { dayFrom as day } from '../../src/kernel/days.js';
import {
  anna,
  answered,
  answerInvitation,
  bothInvited,
  cancelled,
  given,
  invitationOf,
  scheduled,
} from '../examples/meeting.examples.js';
import { idOf, toVoid } from '../harness/decider-spec.js';

describe('AnswerInvitation', () => {
  it('is recorded on the day of the invitation (R-306)', () => {
    const state = given(...bothInvited)
      .when(answerInvitation({ on: '2019-09-05' }))
      .then(answered({ on: '2019-09-05' }))
      .thenState();

    expect(state.guests.get(anna)?.accepted).toBe(true);
  });

  it('lets the last answer count (R-306)', () => {
    const state = given(...bothInvited, answered({ on: '2019-09-07' }))
      .when(answerInvitation({ on: '2019-10-03', accepted: false }))
      .then(answered({ on: '2019-10-03', accepted: false }))
      .thenState();

    expect(state.guests.get(anna)?.accepted).toBe(false);
  });

  it('is refused the day before the invitation (R-306)', () => {
    given(...bothInvited)
      .when(answerInvitation({ on: '2019-09-04' }))
      .thenRefused({ code: 'no-such-invitation', invitationId: invitationOf(anna) });
  });

  it('is refused the day after the meeting (R-304)', () => {
    given(...bothInvited)
      .when(answerInvitation({ on: '2019-10-04' }))
      .thenRefused({ code: 'after-the-meeting', happenedOn: day('2019-10-04'), heldOn: day('2019-10-03') });
  });

  it('is refused once the meeting was cancelled (R-302)', () => {
    given(...bothInvited, cancelled({ on: '2019-09-20' }))
      .when(answerInvitation({ on: '2019-09-20' }))
      .thenRefused({ code: 'meeting-cancelled', cancelledOn: day('2019-09-20') });
  });

  it('is refused to a meeting that is not scheduled (R-302)', () => {
    given()
      .when(answerInvitation({ on: '2019-09-05' }))
      .thenRefused({ code: 'meeting-not-scheduled' });
  });

  it('holds its invitation: that is not voided from under it (P8)', () => {
    given(scheduled({ on: '2019-09-02' }), ...bothInvited.slice(1, 2), answered({ on: '2019-09-07' }))
      .whenCorrecting([toVoid(idOf('InvitationSent'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('InvitationAnswered'),
        type: 'InvitationAnswered',
        occurredOn: day('2019-09-07'),
        refusal: 'no-such-invitation',
      });
  });
});
