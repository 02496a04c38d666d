import { dayOf, type Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { PublicText } from '../kernel/public-text.js';
import type { Meeting } from './meeting.js';
import type { MeetingScheduled } from './meeting.events.js';
import { ANYTHING } from './samples.js';

/** The first command of a meeting's stream. A meeting that took place already may be entered late. */
export type ScheduleMeeting = Command<'ScheduleMeeting', MeetingScheduled['data']>;

export type CannotScheduleMeeting =
  { code: 'meeting-already-scheduled'; heldOn: Day } | { code: 'starts-on-another-day'; heldOn: Day; startsOn: Day };

/** Proposes exactly one `MeetingScheduled`. */
export function scheduleMeeting({ on, data }: ScheduleMeeting & { on: Day }): [MeetingScheduled] {
  return [{ type: 'MeetingScheduled', occurredOn: on, data }];
}

const SAMPLE: MeetingScheduled['data'] = {
  programmeId: ANYTHING,
  title: 'Voorbeeld' as PublicText,
  place: 'Voorbeeld' as PublicText,
  heldOn: '2019-10-03' as Day,
  startsAt: null,
  capacity: null,
};

/** What `next-steps` may try: to schedule, as long as nothing is scheduled. */
export function offerSchedule({ scheduled }: Meeting): Offers<ScheduleMeeting, CannotScheduleMeeting> {
  return { subjects: scheduled ? [] : [SAMPLE], none: 'meeting-already-scheduled' };
}

/**
 * A meeting is scheduled once, and the hour at which it starts lies on its day.
 *
 * Units: the day of an instant is its day in Amsterdam.
 * Errors: `meeting-already-scheduled`; `starts-on-another-day`.
 * Source: R-301, docs/rules.md.
 */
export function judgeSchedule(
  { data: { heldOn, startsAt } }: MeetingScheduled,
  { scheduled }: Meeting,
): CannotScheduleMeeting | undefined {
  if (scheduled) return { code: 'meeting-already-scheduled', heldOn: scheduled.heldOn };

  const startsOn = startsAt && dayOf(startsAt);
  if (startsOn && startsOn !== heldOn) return { code: 'starts-on-another-day', heldOn, startsOn };
}
