import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { Meeting } from './meeting.js';
import type { MeetingCancelled } from './meeting.events.js';
import { judgeNotAfter, type AfterTheMeeting, type NotOpen } from './open.js';

/** The meeting does not take place, and why. Who was invited did not stay away: nobody is a no-show. */
export type CancelMeeting = Command<'CancelMeeting', MeetingCancelled['data']>;

export type CannotCancelMeeting = NotOpen | AfterTheMeeting | { code: 'meeting-has-begun'; recorded: number };

/** Proposes exactly one `MeetingCancelled`. */
export function cancelMeeting({ on, data }: CancelMeeting & { on: Day }): [MeetingCancelled] {
  return [{ type: 'MeetingCancelled', occurredOn: on, data }];
}

/** What `next-steps` may try: to cancel, once. */
export function offerCancellation({ scheduled, cancelled }: Meeting): Offers<CancelMeeting, CannotCancelMeeting> {
  if (!scheduled) return { subjects: [], none: 'meeting-not-scheduled' };
  return { subjects: cancelled ? [] : [{ reason: 'public-health' }], none: 'meeting-cancelled' };
}

/**
 * A meeting is cancelled on or before its day, and not once somebody's attendance or the meeting itself was recorded:
 * else somebody would stand there as a no-show of what never took place.
 *
 * Shape: `recorded` counts the attendances and walk-ins on the list.
 * Errors: `meeting-not-scheduled`; `meeting-cancelled`; `after-the-meeting`; `meeting-has-begun`.
 * Source, docs/rules.md.
 */
export function judgeCancellation({ occurredOn }: MeetingCancelled, meeting: Meeting): CannotCancelMeeting | undefined {
  const refusal = judgeNotAfter(occurredOn, meeting);
  if (refusal) return refusal;

  const recorded = [...meeting.guests.values()].filter((guest) => guest.attendance ?? !guest.invitationId).length;
  if (recorded > 0 || meeting.held) return { code: 'meeting-has-begun', recorded };
}
