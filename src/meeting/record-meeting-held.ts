import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { Meeting } from './meeting.js';
import type { MeetingHeld } from './meeting.events.js';
import { judgeOnTheDay, type NotOnTheDay, type NotOpen } from './open.js';

/** The meeting took place; from then on it cannot be cancelled. */
export type RecordMeetingHeld = Command<'RecordMeetingHeld', MeetingHeld['data']>;

export type CannotRecordMeetingHeld = NotOpen | NotOnTheDay | { code: 'meeting-already-held' };

/** Proposes exactly one `MeetingHeld`. */
export function recordMeetingHeld({ on, data }: RecordMeetingHeld & { on: Day }): [MeetingHeld] {
  return [{ type: 'MeetingHeld', occurredOn: on, data }];
}

/** What `next-steps` may try: to say that it was held, once. */
export function offerHeld({ scheduled, held }: Meeting): Offers<RecordMeetingHeld, CannotRecordMeetingHeld> {
  if (!scheduled) return { subjects: [], none: 'meeting-not-scheduled' };
  return { subjects: held ? [] : [{}], none: 'meeting-already-held' };
}

/**
 * A meeting is held once, on its day.
 *
 * Errors: `meeting-not-scheduled`; `meeting-cancelled`; `not-on-the-day-of-the-meeting`; `meeting-already-held`.
 * Source: R-303, docs/rules.md.
 */
export function judgeHeld({ occurredOn }: MeetingHeld, meeting: Meeting): CannotRecordMeetingHeld | undefined {
  return judgeOnTheDay(occurredOn, meeting) ?? (meeting.held ? { code: 'meeting-already-held' } : undefined);
}
