import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NotBegun } from '../under-way.js';
import { judgeParty, type NoSuchParty, type PartyIsGone } from './taking-part.js';

type PartyLeft = TrajectoryEventOf<'PartyLeft'>;

/** Records the last day on which an organisation takes part. */
export type RemoveParty = Command<'RemoveParty', PartyLeft['data']>;

export type CannotRemoveParty = NotBegun | NoSuchParty | PartyIsGone;

/** Proposes exactly one `PartyLeft`. */
export function removeParty(command: Dated<RemoveParty>): [PartyLeft] {
  return [fact('PartyLeft', command, command.data)];
}

/** What `next-steps` may try: each organisation that takes part. */
export function offerLeavings({ parties }: Trajectory): Offers<RemoveParty, CannotRemoveParty> {
  return { subjects: [...parties.keys()].map((organisationId) => ({ organisationId, reason: 'other' })), none: 'no-such-party' };
}

/**
 * Only who takes part leaves, once.
 *
 * Errors: `no-such-party`; `party-left`; `before-start`; `not-started`.
 * Source: R-212, docs/rules.md.
 */
export function judgeLeaving(event: PartyLeft, state: Trajectory): CannotRemoveParty | undefined {
  const refusal = judgeBegun(event, state);
  if (refusal) return refusal;

  const { organisationId } = event.data;
  const leftOn = state.parties.get(organisationId)?.leftOn ?? null;
  if (leftOn !== null) return { code: 'party-left', organisationId, leftOn };
  return judgeParty(event.occurredOn, organisationId, state);
}
