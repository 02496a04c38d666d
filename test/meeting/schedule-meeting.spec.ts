import { dayFrom as day, type Instant } from '../../src/kernel/days.js';
import { attended, bothInvited, given, plein, schedule, scheduled } from '../examples/meeting.examples.js';
import { idOf, toReplace } from '../harness/decider-spec.js';

describe('ScheduleMeeting', () => {
  it('is recorded for a day to come (R-301)', () => {
    given()
      .today('2019-09-02')
      .when(schedule())
      .then(scheduled({ on: '2019-09-02' }));
  });

  it('may be entered after the meeting took place (R-301)', () => {
    given()
      .today('2019-10-10')
      .when(schedule())
      .then(scheduled({ on: '2019-10-10' }));
  });

  it('is refused a second time (R-301)', () => {
    given(scheduled({ on: '2019-09-02' }))
      .when(schedule({ on: '2019-09-03', heldOn: day('2019-11-07') }))
      .thenRefused({ code: 'meeting-already-scheduled', heldOn: day('2019-10-03') });
  });

  it.each(['2019-10-02T22:00:00.000000Z', '2019-10-03T12:00:00.000000Z', '2019-10-03T21:59:59.999999Z'])(
    'starts at any hour of its day in Amsterdam: %s (R-301)',
    (startsAt) => {
      given()
        .when(schedule({ on: '2019-09-02', startsAt: startsAt as Instant }))
        .then(scheduled({ on: '2019-09-02', startsAt: startsAt as Instant }));
    },
  );

  it.each([
    ['2019-10-02T21:59:59.999999Z', '2019-10-02'],
    ['2019-10-03T22:00:00.000000Z', '2019-10-04'],
  ])('is refused when it starts on another day in Amsterdam: %s (R-301)', (startsAt, startsOn) => {
    given()
      .when(schedule({ on: '2019-09-02', startsAt: startsAt as Instant }))
      .thenRefused({ code: 'starts-on-another-day', heldOn: day('2019-10-03'), startsOn: day(startsOn) });
  });

  it('is recorded in a series that does not stand still on its day (R-413)', () => {
    given()
      .when(schedule({ on: '2019-09-02', seriesId: plein }))
      .then(scheduled({ on: '2019-09-02', seriesId: plein }));
  });

  it.each([
    ['2020-03-31', { code: 'series-suspended', suspendedFrom: day('2020-03-01') }],
    ['2021-01-01', { code: 'series-over', lastOn: day('2020-12-31') }],
  ] as const)('is refused on %s, when its series stands still, and recorded without a series (R-413)', (heldOn, refusal) => {
    given()
      .when(schedule({ on: '2019-09-02', seriesId: plein, heldOn: day(heldOn) }))
      .thenRefused({ ...refusal, seriesId: plein, heldOn: day(heldOn) });
    given()
      .when(schedule({ on: '2019-09-02', heldOn: day(heldOn) }))
      .then(scheduled({ on: '2019-09-02', heldOn: day(heldOn) }));
  });

  it('cannot be corrected to a day on which its series stands still (R-413, P8)', () => {
    const { data } = scheduled({ on: '2019-09-02', seriesId: plein, heldOn: day('2020-03-05') });
    given(scheduled({ on: '2019-09-02', seriesId: plein }))
      .whenCorrecting([toReplace(idOf('MeetingScheduled'), { occurredOn: day('2019-09-02'), data })])
      .thenRefused({ code: 'series-suspended', seriesId: plein, heldOn: day('2020-03-05'), suspendedFrom: day('2020-03-01') });
  });

  it('cannot be corrected to another day from under those who were there (R-303, P8)', () => {
    const { data } = scheduled({ on: '2019-09-02', heldOn: day('2019-10-10') });

    given(...bothInvited, attended({ on: '2019-10-03' }))
      .whenCorrecting([toReplace(idOf('MeetingScheduled'), { occurredOn: day('2019-09-02'), data })])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('AttendanceRecorded'),
        type: 'AttendanceRecorded',
        occurredOn: day('2019-10-03'),
        refusal: 'not-on-the-day-of-the-meeting',
      });
  });

  it('is corrected together with them (R-303, P8)', () => {
    const meeting = scheduled({ on: '2019-09-02', heldOn: day('2019-10-10') });
    const there = attended({ on: '2019-10-10' });
    const state = given(...bothInvited, attended({ on: '2019-10-03' }))
      .today('2019-10-11')
      .whenCorrecting([
        toReplace(idOf('MeetingScheduled'), { occurredOn: meeting.occurredOn, data: meeting.data }),
        toReplace(idOf('AttendanceRecorded'), { occurredOn: there.occurredOn, data: there.data }),
      ])
      .thenState();

    expect(state.scheduled?.heldOn).toBe('2019-10-10');
  });
});
