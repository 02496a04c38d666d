import type { Day } from '../kernel/days.js';
import type { Meeting } from './meeting.js';

export type NotOpen = { code: 'meeting-not-scheduled' } | { code: 'meeting-cancelled'; cancelledOn: Day };
export type NotOnTheDay = { code: 'not-on-the-day-of-the-meeting'; happenedOn: Day; heldOn: Day };
export type AfterTheMeeting = { code: 'after-the-meeting'; happenedOn: Day; heldOn: Day };

/** A meeting takes something while it is scheduled and not cancelled. Source: R-302, docs/rules.md. */
export function judgeOpen({ scheduled, cancelled }: Meeting): NotOpen | undefined {
  if (!scheduled) return { code: 'meeting-not-scheduled' };
  if (cancelled) return { code: 'meeting-cancelled', cancelledOn: cancelled.on };
}

/** What happens at a meeting happens on its day. Source: R-303, docs/rules.md. */
export function judgeOnTheDay(happenedOn: Day, meeting: Meeting): NotOpen | NotOnTheDay | undefined {
  const heldOn = meeting.scheduled?.heldOn;
  if (meeting.cancelled || !heldOn) return judgeOpen(meeting);
  if (happenedOn !== heldOn) return { code: 'not-on-the-day-of-the-meeting', happenedOn, heldOn };
}

/** What prepares a meeting lies on or before its day. Source: R-304, docs/rules.md. */
export function judgeNotAfter(happenedOn: Day, meeting: Meeting): NotOpen | AfterTheMeeting | undefined {
  const heldOn = meeting.scheduled?.heldOn;
  if (meeting.cancelled || !heldOn) return judgeOpen(meeting);
  if (happenedOn > heldOn) return { code: 'after-the-meeting', happenedOn, heldOn };
}
