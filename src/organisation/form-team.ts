import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeSince, type NotRegistered } from './registered.js';
import { NAME } from './samples.js';
import type { Organisation } from './organisation.js';
import type { TeamFormed } from './organisation.events.js';

/** A team of the organisation, to which cases and people belong. */
export type FormTeam = Command<'FormTeam', Omit<TeamFormed['data'], 'teamId'>>;

export type CannotFormTeam = NotRegistered;

/** Proposes exactly one `TeamFormed`, with a new id. */
export function formTeam({ on, data, meta }: FormTeam & { on: Day }): [TeamFormed] {
  return [{ type: 'TeamFormed', occurredOn: on, data: { teamId: meta.newId('team'), ...data } }];
}

/** What `next-steps` may try: any team. */
export function offerTeams({ registered }: Organisation): Offers<FormTeam, CannotFormTeam> {
  return { subjects: registered ? [{ name: NAME }] : [], none: 'organisation-not-registered' };
}

/**
 * A team belongs to an organisation that is registered by then.
 *
 * Errors: `organisation-not-registered`; `before-registration`.
 * Source: R-420, docs/rules.md.
 */
export function judgeTeam({ occurredOn }: TeamFormed, state: Organisation): CannotFormTeam | undefined {
  return judgeSince(occurredOn, state);
}
