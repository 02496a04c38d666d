import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { InvitationId } from '../kernel/ids.js';
import type { Command } from '../kernel/messages.js';
import { partyIdOf, type Meeting } from './meeting.js';
import type { Channel, InvitationSent, Party } from './meeting.events.js';
import { judgeNotAfter, type AfterTheMeeting, type NotOpen } from './open.js';
import { ANYBODY } from './samples.js';

/** An invitation on its way to a candidate or an employer; the invitation's id is made here. */
export type SendInvitation = Command<'SendInvitation', { invitee: Party; channel: Channel }>;

export type CannotSendInvitation = NotOpen | AfterTheMeeting | AlreadyInvited;
export type AlreadyInvited = { code: 'already-invited'; party: Party; invitationId: InvitationId };

/** Proposes exactly one `InvitationSent`, with a new invitation id. */
export function sendInvitation({ on, data, meta }: SendInvitation & { on: Day }): [InvitationSent] {
  return [{ type: 'InvitationSent', occurredOn: on, data: { invitationId: meta.newId('invitation'), ...data } }];
}

/** What `next-steps` may try: to invite anybody, of either side. */
export function offerInvitations({ scheduled }: Meeting): Offers<SendInvitation, CannotSendInvitation> {
  const subjects = scheduled ? ANYBODY.map((invitee) => ({ invitee, channel: 'letter' as const })) : [];
  return { subjects, none: 'meeting-not-scheduled' };
}

/**
 * Each is invited once, on or before the day of the meeting.
 *
 * Errors: `meeting-not-scheduled`; `meeting-cancelled`; `after-the-meeting`; `already-invited`.
 * Source, docs/rules.md.
 */
export function judgeInvitation({ occurredOn, data }: InvitationSent, meeting: Meeting): CannotSendInvitation | undefined {
  return judgeNotAfter(occurredOn, meeting) ?? judgeNotInvited(data.invitee, meeting);
}

/** Whoever was invited needs no second invitation, and is no walk-in. Source: R-305, docs/rules.md. */
export function judgeNotInvited(party: Party, { guests }: Meeting): AlreadyInvited | undefined {
  const invitationId = guests.get(partyIdOf(party))?.invitationId;
  if (invitationId) return { code: 'already-invited', party, invitationId };
}
