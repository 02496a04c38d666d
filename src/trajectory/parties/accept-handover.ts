import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NotBegun } from '../under-way.js';
import {
  judgeOpenHandover,
  type HandoverIsAnswered,
  type NoSuchHandover,
  type NoSuchParty,
  type PartyIsGone,
} from './taking-part.js';

type HandoverAccepted = TrajectoryEventOf<'HandoverAccepted'>;

/** Records that the organisation that was asked takes the guidance over. */
export type AcceptHandover = Command<'AcceptHandover', HandoverAccepted['data']>;

export type CannotAcceptHandover = NotBegun | NoSuchHandover | HandoverIsAnswered | NoSuchParty | PartyIsGone;

/** Proposes exactly one `HandoverAccepted`. */
export function acceptHandover(command: Dated<AcceptHandover>): [HandoverAccepted] {
  return [fact('HandoverAccepted', command, command.data)];
}

/** What `next-steps` may try: each handover. */
export function offerAcceptances({ handovers }: Trajectory): Offers<AcceptHandover, CannotAcceptHandover> {
  return { subjects: [...handovers.keys()].map((handoverId) => ({ handoverId })), none: 'no-such-handover' };
}

/**
 * A handover is answered once, by who still takes part; also after the closing, so that no question stays open.
 *
 * Errors: `no-such-handover`; `handover-answered`; `no-such-party`; `party-left`; `before-start`; `not-started`.
 * Source: R-213, docs/rules.md.
 */
export function judgeAcceptance(event: HandoverAccepted, state: Trajectory): CannotAcceptHandover | undefined {
  return judgeBegun(event, state) ?? judgeOpenHandover(event, state);
}
