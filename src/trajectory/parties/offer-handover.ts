import type { Offers } from '../../kernel/decider.js';
import type { HandoverId, OrganisationId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, judgeNotClosed, type NotBegun, type TrajectoryIsClosed } from '../under-way.js';
import { judgeParty, type NoSuchParty, type PartyIsGone } from './taking-part.js';

type HandoverOffered = TrajectoryEventOf<'HandoverOffered'>;

/** Asks an organisation that takes part to take the guidance over. */
export type OfferHandover = Command<'OfferHandover', Omit<HandoverOffered['data'], 'handoverId'>>;

export type CannotOfferHandover =
  | NotBegun
  | TrajectoryIsClosed
  | NoSuchParty
  | PartyIsGone
  | { code: 'handover-open'; handoverId: HandoverId; organisationId: OrganisationId };

/** Proposes exactly one `HandoverOffered`. */
export function offerHandover(command: Dated<OfferHandover>): [HandoverOffered] {
  return [fact('HandoverOffered', command, { handoverId: command.meta.newId('handover'), ...command.data })];
}

/** What `next-steps` may try: each organisation that takes part. */
export function offerHandovers({ parties }: Trajectory): Offers<OfferHandover, CannotOfferHandover> {
  return { subjects: [...parties.keys()].map((organisationId) => ({ organisationId, reason: 'other' })), none: 'no-such-party' };
}

/**
 * One handover is open at a time, to an organisation that takes part: there its legal basis stands.
 *
 * Errors: `handover-open`; `no-such-party`; `party-left`; `before-start`; `not-started`; `trajectory-closed`.
 * Source: R-213, docs/rules.md.
 */
export function judgeHandover(event: HandoverOffered, state: Trajectory): CannotOfferHandover | undefined {
  const refusal = judgeBegun(event, state) ?? judgeNotClosed(event, state);
  if (refusal) return refusal;

  const open = [...state.handovers].find(([, { answer }]) => answer === null);
  if (open) return { code: 'handover-open', handoverId: open[0], organisationId: open[1].organisationId };
  return judgeParty(event.occurredOn, event.data.organisationId, state);
}
