import { dayOf, type Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { PublicText } from '../kernel/public-text.js';
import type { Meeting } from './meeting.js';
import type { MeetingScheduled } from './meeting.events.js';
import { ANYTHING } from './samples.js';
import type { LooksAtSeries, SeriesStandsStill } from './standstill.js';

/** The first command of a meeting's stream. A meeting that took place already may be entered late. */
export type ScheduleMeeting = Command<'ScheduleMeeting', MeetingScheduled['data']>;

export type CannotScheduleMeeting =
  | { code: 'meeting-already-scheduled'; heldOn: Day }
  | { code: 'starts-on-another-day'; heldOn: Day; startsOn: Day }
  | SeriesStandsStill;

/** Proposes exactly one `MeetingScheduled`. */
export function scheduleMeeting({ on, data }: ScheduleMeeting & { on: Day }): [MeetingScheduled] {
  return [{ type: 'MeetingScheduled', occurredOn: on, data }];
}

const SAMPLE: MeetingScheduled['data'] = {
  programmeId: ANYTHING,
  seriesId: null,
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
 * A meeting is scheduled once, the hour at which it starts lies on its day, and on that day its series does not stand still.
 *
 * Units: the day of an instant is its day in Amsterdam.
 * Errors: `meeting-already-scheduled`; `starts-on-another-day`; `series-suspended`; `series-over`.
 * Source, docs/rules.md.
 */
export const judgeSchedule =
  (looksAtSeries: LooksAtSeries) =>
  ({ occurredOn, data }: MeetingScheduled, { scheduled }: Meeting): CannotScheduleMeeting | undefined => {
    if (scheduled) return { code: 'meeting-already-scheduled', heldOn: scheduled.heldOn };

    const { heldOn, startsAt, seriesId } = data;
    const startsOn = startsAt && dayOf(startsAt);
    if (startsOn && startsOn !== heldOn) return { code: 'starts-on-another-day', heldOn, startsOn };
    return seriesId ? looksAtSeries({ seriesId, scheduledOn: occurredOn, heldOn }) : undefined;
  };
