import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { CandidateId, EmployerId } from '../kernel/ids.js';
import type { Command } from '../kernel/messages.js';
import { interestOf, type Meeting } from './meeting.js';
import { SIDES, type MeetingInterestExpressed, type Party, type Side } from './meeting.events.js';
import { judgeOnTheDay, type NotOnTheDay, type NotOpen } from './open.js';

/** What one of two who met says of the other; both must say yes before anybody speaks of a match. */
export type ExpressMeetingInterest = Command<'ExpressMeetingInterest', MeetingInterestExpressed['data']>;

export type CannotExpressMeetingInterest =
  | NotOpen
  | NotOnTheDay
  | { code: 'did-not-attend'; party: Party }
  | { code: 'interest-already-expressed'; by: Side; interested: boolean }
  | { code: 'nobody-met' };

/** Proposes exactly one `MeetingInterestExpressed`. */
export function expressMeetingInterest({ on, data }: ExpressMeetingInterest & { on: Day }): [MeetingInterestExpressed] {
  return [{ type: 'MeetingInterestExpressed', occurredOn: on, data }];
}

/** What `next-steps` may try: each side of each pair that met and has not spoken. */
export function offerInterests(meeting: Meeting): Offers<ExpressMeetingInterest, CannotExpressMeetingInterest> {
  const came = [...meeting.guests.values()].filter(({ attendance }) => attendance === 'attended').map(({ party }) => party);
  const pairs = came.flatMap((one) =>
    came.flatMap((other) =>
      one.kind === 'candidate' && other.kind === 'employer'
        ? [{ candidateId: one.candidateId, employerId: other.employerId }]
        : [],
    ),
  );
  const subjects = pairs.flatMap((pair) =>
    SIDES.filter((by) => interestOf(meeting, pair.candidateId, pair.employerId)[by] === null).map((by) => ({
      by,
      ...pair,
      interested: true,
    })),
  );
  return { subjects, none: 'nobody-met' };
}

/**
 * Interest is expressed on the day, between two who were both there, once by each side.
 *
 * Errors: `meeting-not-scheduled`; `meeting-cancelled`; `not-on-the-day-of-the-meeting`; `did-not-attend`; `interest-already-expressed`.
 * Source, docs/rules.md.
 */
export function judgeInterest(
  { occurredOn, data: { by, candidateId, employerId } }: MeetingInterestExpressed,
  meeting: Meeting,
): CannotExpressMeetingInterest | undefined {
  const refusal = judgeOnTheDay(occurredOn, meeting);
  if (refusal) return refusal;

  const absent = absentOf(candidateId, employerId, meeting);
  if (absent) return { code: 'did-not-attend', party: absent };

  const interested = interestOf(meeting, candidateId, employerId)[by];
  if (interested !== null) return { code: 'interest-already-expressed', by, interested };
}

function absentOf(candidateId: CandidateId, employerId: EmployerId, { guests }: Meeting): Party | undefined {
  if (guests.get(candidateId)?.attendance !== 'attended') return { kind: 'candidate', candidateId };
  if (guests.get(employerId)?.attendance !== 'attended') return { kind: 'employer', employerId };
}
