import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { partyIdOf, type Meeting } from './meeting.js';
import type { Party, WalkInRegistered } from './meeting.events.js';
import { judgeOnTheDay, type NotOnTheDay, type NotOpen } from './open.js';
import { ANYBODY } from './samples.js';
import { judgeNotInvited, type AlreadyInvited } from './send-invitation.js';

/** Somebody who came without an invitation: welcome, also when nobody knows this person yet. */
export type RegisterWalkIn = Command<'RegisterWalkIn', WalkInRegistered['data']>;

export type CannotRegisterWalkIn = NotOpen | NotOnTheDay | AlreadyInvited | { code: 'already-walked-in'; party: Party };

/** Proposes exactly one `WalkInRegistered`. */
export function registerWalkIn({ on, data }: RegisterWalkIn & { on: Day }): [WalkInRegistered] {
  return [{ type: 'WalkInRegistered', occurredOn: on, data }];
}

/** What `next-steps` may try: anybody at the door, of either side. */
export function offerWalkIns({ scheduled }: Meeting): Offers<RegisterWalkIn, CannotRegisterWalkIn> {
  return { subjects: scheduled ? ANYBODY.map((party) => ({ party })) : [], none: 'meeting-not-scheduled' };
}

/**
 * A walk-in came on the day, was not invited, and is registered once.
 *
 * Errors: `meeting-not-scheduled`; `meeting-cancelled`; `not-on-the-day-of-the-meeting`; `already-invited`; `already-walked-in`.
 * Source, docs/rules.md.
 */
export function judgeWalkIn(
  { occurredOn, data: { party } }: WalkInRegistered,
  meeting: Meeting,
): CannotRegisterWalkIn | undefined {
  const refusal = judgeOnTheDay(occurredOn, meeting) ?? judgeNotInvited(party, meeting);
  if (refusal) return refusal;

  if (meeting.guests.has(partyIdOf(party))) return { code: 'already-walked-in', party };
}
