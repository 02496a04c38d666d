import { dayFrom as day } from '../../src/kernel/days.js';
import {
  attended,
  bothInvited,
  bothThere,
  bram,
  cancel,
  cancelled,
  candidate,
  given,
  held,
  scheduled,
  walkedIn,
} from '../examples/meeting.examples.js';
import { idOf } from '../harness/decider-spec.js';

const meeting = scheduled({ on: '2019-09-02' });

describe('CancelMeeting', () => {
  it('is recorded with its reason, and makes nobody a no-show (R-310)', () => {
    const state = given(...bothInvited)
      .when(cancel({ on: '2019-10-01' }))
      .then(cancelled({ on: '2019-10-01' }))
      .thenState();

    expect([...state.guests.values()].map(({ attendance }) => attendance)).toEqual([null, null]);
  });

  it('is recorded on the day itself (R-304)', () => {
    given(meeting)
      .when(cancel({ on: '2019-10-03', reason: 'weather' }))
      .then(cancelled({ on: '2019-10-03', reason: 'weather' }));
  });

  it('is refused the day after (R-304)', () => {
    given(meeting)
      .when(cancel({ on: '2019-10-04' }))
      .thenRefused({ code: 'after-the-meeting', happenedOn: day('2019-10-04'), heldOn: day('2019-10-03') });
  });

  it('is refused a second time (R-302)', () => {
    given(meeting, cancelled({ on: '2019-09-20' }))
      .when(cancel({ on: '2019-09-21' }))
      .thenRefused({ code: 'meeting-cancelled', cancelledOn: day('2019-09-20') });
  });

  it.each([
    ['two attendances', bothThere, 2],
    ['a no-show', [...bothInvited, attended({ on: '2019-10-03', attendance: 'no-show' as const })], 1],
    ['a walk-in', [...bothInvited, walkedIn({ on: '2019-10-03', party: candidate(bram) })], 1],
    ['a meeting that was held', [meeting, held({ on: '2019-10-03' })], 0],
  ])('is refused after %s (R-310)', (_, story, recorded) => {
    given(...story)
      .when(cancel({ on: '2019-10-03' }))
      .thenRefused({ code: 'meeting-has-begun', recorded });
  });

  it('is not entered late from under who was there (R-302, P8)', () => {
    given(...bothThere)
      .when(cancel({ on: '2019-10-01' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('AttendanceRecorded'),
        type: 'AttendanceRecorded',
        occurredOn: day('2019-10-03'),
        refusal: 'meeting-cancelled',
      });
  });

  it('is refused to a meeting that is not scheduled (R-302)', () => {
    given()
      .when(cancel({ on: '2019-09-20' }))
      .thenRefused({ code: 'meeting-not-scheduled' });
  });
});
