import { dayFrom as day } from '../../src/kernel/days.js';
import {
  anna,
  attended,
  bakery,
  bothInvited,
  bothThere,
  bram,
  cancelled,
  candidate,
  employer,
  given,
  held,
  interest,
  recordAttendance,
  scheduled,
  walkedIn,
} from '../examples/meeting.examples.js';
import { idOf, toReplace } from '../harness/decider-spec.js';

describe('RecordAttendance', () => {
  it.each(['attended', 'no-show', 'excused'] as const)('is recorded of the invited: %s (R-307)', (attendance) => {
    const state = given(...bothInvited)
      .when(recordAttendance({ on: '2019-10-03', attendance }))
      .then(attended({ on: '2019-10-03', attendance }))
      .thenState();

    expect(state.guests.get(anna)?.attendance).toBe(attendance);
  });

  it('is recorded of an employer, also after the meeting was closed (R-307)', () => {
    given(...bothInvited, held({ on: '2019-10-03' }))
      .when(recordAttendance({ on: '2019-10-03', party: employer(bakery) }))
      .then(attended({ on: '2019-10-03', party: employer(bakery) }));
  });

  it('is recorded of who walked in (R-307)', () => {
    given(scheduled({ on: '2019-09-02' }), walkedIn({ on: '2019-10-03' }))
      .when(recordAttendance({ on: '2019-10-03' }))
      .then(attended({ on: '2019-10-03' }));
  });

  it.each(['no-show', 'excused'] as const)('is refused of who walked in: %s (R-307)', (attendance) => {
    given(scheduled({ on: '2019-09-02' }), walkedIn({ on: '2019-10-03' }))
      .when(recordAttendance({ on: '2019-10-03', attendance }))
      .thenRefused({ code: 'walk-in-was-there', party: candidate(anna) });
  });

  it('is refused of who was neither invited nor walked in (R-307)', () => {
    given(...bothInvited)
      .when(recordAttendance({ on: '2019-10-03', party: candidate(bram) }))
      .thenRefused({ code: 'not-on-the-list', party: candidate(bram) });
  });

  it.each(['2019-10-02', '2019-10-04'])('is refused on another day: %s (R-303)', (on) => {
    given(...bothInvited)
      .when(recordAttendance({ on }))
      .thenRefused({ code: 'not-on-the-day-of-the-meeting', happenedOn: day(on), heldOn: day('2019-10-03') });
  });

  it('is refused a second time (R-307)', () => {
    given(...bothThere)
      .when(recordAttendance({ on: '2019-10-03', attendance: 'no-show' }))
      .thenRefused({ code: 'attendance-already-recorded', party: candidate(anna), attendance: 'attended' });
  });

  it('makes nobody a no-show of a cancelled meeting (R-302, R-310)', () => {
    given(...bothInvited, cancelled({ on: '2019-10-01' }))
      .when(recordAttendance({ on: '2019-10-03', attendance: 'no-show' }))
      .thenRefused({ code: 'meeting-cancelled', cancelledOn: day('2019-10-01') });
  });

  it('is refused at a meeting that is not scheduled (R-302)', () => {
    given()
      .when(recordAttendance({ on: '2019-10-03' }))
      .thenRefused({ code: 'meeting-not-scheduled' });
  });

  it('is corrected by replacing (P8)', () => {
    const { data } = attended({ on: '2019-10-03', attendance: 'excused' });
    const state = given(...bothThere)
      .whenCorrecting([toReplace(idOf('AttendanceRecorded'), { occurredOn: day('2019-10-03'), data })])
      .thenState();

    expect(state.guests.get(anna)?.attendance).toBe('excused');
  });

  it('is not corrected away from under the interest of who was there (R-308, P8)', () => {
    const { data } = attended({ on: '2019-10-03', attendance: 'no-show' });

    given(...bothThere, interest({ on: '2019-10-03' }))
      .whenCorrecting([toReplace(idOf('AttendanceRecorded'), { occurredOn: day('2019-10-03'), data })])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('MeetingInterestExpressed'),
        type: 'MeetingInterestExpressed',
        occurredOn: day('2019-10-03'),
        refusal: 'did-not-attend',
      });
  });
});
