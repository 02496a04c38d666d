import { dayFrom as day } from '../../src/kernel/days.js';
import { bothThere, cancelled, given, held, recordHeld, scheduled } from '../examples/meeting.examples.js';

const meeting = scheduled({ on: '2019-09-02' });

describe('RecordMeetingHeld', () => {
  it('is recorded on the day (R-303)', () => {
    given(...bothThere)
      .when(recordHeld({ on: '2019-10-03' }))
      .then(held({ on: '2019-10-03' }));
  });

  it('is recorded also where nobody came (R-303)', () => {
    given(meeting)
      .when(recordHeld({ on: '2019-10-03' }))
      .then(held({ on: '2019-10-03' }));
  });

  it.each(['2019-10-02', '2019-10-04'])('is refused on another day: %s (R-303)', (on) => {
    given(meeting)
      .when(recordHeld({ on }))
      .thenRefused({ code: 'not-on-the-day-of-the-meeting', happenedOn: day(on), heldOn: day('2019-10-03') });
  });

  it('is refused a second time (R-303)', () => {
    given(meeting, held({ on: '2019-10-03' }))
      .when(recordHeld({ on: '2019-10-03' }))
      .thenRefused({ code: 'meeting-already-held' });
  });

  it('is refused of a cancelled meeting (R-302)', () => {
    given(meeting, cancelled({ on: '2019-10-02' }))
      .when(recordHeld({ on: '2019-10-03' }))
      .thenRefused({ code: 'meeting-cancelled', cancelledOn: day('2019-10-02') });
  });

  it('is refused of a meeting that is not scheduled (R-302)', () => {
    given()
      .when(recordHeld({ on: '2019-10-03' }))
      .thenRefused({ code: 'meeting-not-scheduled' });
  });
});
