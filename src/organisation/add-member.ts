import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { SubjectId, TeamId } from '../kernel/ids.js';
import { judgeSince, type NotRegistered } from './registered.js';
import { SOMEBODY } from './samples.js';
import type { Organisation } from './organisation.js';
import type { MemberJoined } from './organisation.events.js';

/** Somebody joins a team, in a role. */
export type AddMember = Command<'AddMember', MemberJoined['data']>;

/** A team that this organisation does not have, or no team at all. */
export type NoSuchTeam = { code: 'no-such-team'; teamId: TeamId } | { code: 'no-team' };

export type CannotAddMember =
  NotRegistered | NoSuchTeam | { code: 'already-member'; teamId: TeamId; subject: SubjectId; since: Day };

/** Proposes exactly one `MemberJoined`. */
export function addMember({ on, data }: AddMember & { on: Day }): [MemberJoined] {
  return [{ type: 'MemberJoined', occurredOn: on, data }];
}

/** What `next-steps` may try: somebody for each team. */
export function offerMembers({ teams }: Organisation): Offers<AddMember, CannotAddMember> {
  return { subjects: [...teams.keys()].map((teamId) => ({ teamId, subject: SOMEBODY, role: 'other' })), none: 'no-team' };
}

/**
 * Somebody is in a team once at a time; the day on which somebody left is still a day in it.
 *
 * Errors: `organisation-not-registered`; `before-registration`; `no-such-team`; `already-member`.
 * Source, docs/rules.md.
 */
export function judgeMember({ occurredOn, data }: MemberJoined, state: Organisation): CannotAddMember | undefined {
  const refusal = judgeSince(occurredOn, state);
  if (refusal) return refusal;

  const { teamId, subject } = data;
  const team = state.teams.get(teamId);
  if (!team) return { code: 'no-such-team', teamId };

  const member = team.members.get(subject);
  if (member && (member.until === null || occurredOn <= member.until))
    return { code: 'already-member', teamId, subject, since: member.since };
}
