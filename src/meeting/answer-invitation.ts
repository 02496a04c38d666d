import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { InvitationId } from '../kernel/ids.js';
import type { Command } from '../kernel/messages.js';
import type { Meeting } from './meeting.js';
import type { InvitationAnswered } from './meeting.events.js';
import { judgeNotAfter, type AfterTheMeeting, type NotOpen } from './open.js';

/** What the invited said; who thinks again answers again, and the last answer counts. */
export type AnswerInvitation = Command<'AnswerInvitation', InvitationAnswered['data']>;

export type CannotAnswerInvitation =
  NotOpen | AfterTheMeeting | { code: 'no-such-invitation'; invitationId: InvitationId } | { code: 'nobody-invited' };

/** Proposes exactly one `InvitationAnswered`. */
export function answerInvitation({ on, data }: AnswerInvitation & { on: Day }): [InvitationAnswered] {
  return [{ type: 'InvitationAnswered', occurredOn: on, data }];
}

/** What `next-steps` may try: an answer to each invitation. */
export function offerAnswers({ invitations }: Meeting): Offers<AnswerInvitation, CannotAnswerInvitation> {
  return { subjects: [...invitations.keys()].map((invitationId) => ({ invitationId, accepted: true })), none: 'nobody-invited' };
}

/**
 * An answer belongs to an invitation that was sent, and comes on or before the day of the meeting.
 *
 * Errors: `meeting-not-scheduled`; `meeting-cancelled`; `after-the-meeting`; `no-such-invitation`.
 * Source, docs/rules.md.
 */
export function judgeAnswer({ occurredOn, data }: InvitationAnswered, meeting: Meeting): CannotAnswerInvitation | undefined {
  const refusal = judgeNotAfter(occurredOn, meeting);
  if (refusal) return refusal;

  const { invitationId } = data;
  if (!meeting.invitations.has(invitationId)) return { code: 'no-such-invitation', invitationId };
}
