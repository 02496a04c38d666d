import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { partyIdOf, type Meeting } from './meeting.js';
import type { Attendance, AttendanceRecorded, Party } from './meeting.events.js';
import { judgeOnTheDay, type NotOnTheDay, type NotOpen } from './open.js';

/** Whether somebody who was expected or walked in was there. */
export type RecordAttendance = Command<'RecordAttendance', AttendanceRecorded['data']>;

export type CannotRecordAttendance =
  | NotOpen
  | NotOnTheDay
  | { code: 'not-on-the-list'; party: Party }
  | { code: 'attendance-already-recorded'; party: Party; attendance: Attendance }
  | { code: 'walk-in-was-there'; party: Party }
  | { code: 'nobody-expected' };

/** Proposes exactly one `AttendanceRecorded`. */
export function recordAttendance({ on, data }: RecordAttendance & { on: Day }): [AttendanceRecorded] {
  return [{ type: 'AttendanceRecorded', occurredOn: on, data }];
}

/** What `next-steps` may try: that each on the list came. */
export function offerAttendances({ guests }: Meeting): Offers<RecordAttendance, CannotRecordAttendance> {
  return { subjects: [...guests.values()].map(({ party }) => ({ party, attendance: 'attended' })), none: 'nobody-expected' };
}

/**
 * Attendance is recorded once, on the day, of who was invited or walked in; who walked in was there.
 *
 * Errors: `meeting-not-scheduled`; `meeting-cancelled`; `not-on-the-day-of-the-meeting`; `not-on-the-list`;
 * `attendance-already-recorded`; `walk-in-was-there`.
 * Source, docs/rules.md.
 */
export function judgeAttendance(
  { occurredOn, data: { party, attendance } }: AttendanceRecorded,
  meeting: Meeting,
): CannotRecordAttendance | undefined {
  const refusal = judgeOnTheDay(occurredOn, meeting);
  if (refusal) return refusal;

  const guest = meeting.guests.get(partyIdOf(party));
  if (!guest) return { code: 'not-on-the-list', party };
  if (guest.attendance) return { code: 'attendance-already-recorded', party, attendance: guest.attendance };
  if (!guest.invitationId && attendance !== 'attended') return { code: 'walk-in-was-there', party };
}
