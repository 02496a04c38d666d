import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { SubjectId, TeamId } from '../kernel/ids.js';
import type { NoSuchTeam } from './add-member.js';
import { judgeSince, type NotRegistered } from './registered.js';
import type { Organisation } from './organisation.js';
import type { MemberLeft } from './organisation.events.js';

/** Somebody leaves a team, after the last day in it. */
export type RemoveMember = Command<'RemoveMember', MemberLeft['data']>;

export type CannotRemoveMember = NotRegistered | NoSuchTeam | { code: 'not-a-member'; teamId: TeamId; subject: SubjectId };

/** Proposes exactly one `MemberLeft`. */
export function removeMember({ on, data }: RemoveMember & { on: Day }): [MemberLeft] {
  return [{ type: 'MemberLeft', occurredOn: on, data }];
}

/** What `next-steps` may try: each who was ever in a team. */
export function offerDepartures({ teams }: Organisation): Offers<RemoveMember, CannotRemoveMember> {
  const subjects = [...teams].flatMap(([teamId, { members }]) => [...members.keys()].map((subject) => ({ teamId, subject })));
  return { subjects, none: 'no-team' };
}

/**
 * Only who is in a team leaves it.
 *
 * Errors: `organisation-not-registered`; `before-registration`; `no-such-team`; `not-a-member`.
 * Source, docs/rules.md.
 */
export function judgeDeparture(
  { occurredOn, data: { teamId, subject } }: MemberLeft,
  state: Organisation,
): CannotRemoveMember | undefined {
  const refusal = judgeSince(occurredOn, state);
  if (refusal) return refusal;

  const team = state.teams.get(teamId);
  if (!team) return { code: 'no-such-team', teamId };
  if (team.members.get(subject)?.until !== null) return { code: 'not-a-member', teamId, subject };
}
