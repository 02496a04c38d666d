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

type HandoverRefused = TrajectoryEventOf<'HandoverRefused'>;

/** Records that the organisation that was asked does not take the guidance over. */
export type RefuseHandover = Command<'RefuseHandover', HandoverRefused['data']>;

export type CannotRefuseHandover = NotBegun | NoSuchHandover | HandoverIsAnswered | NoSuchParty | PartyIsGone;

/** Proposes exactly one `HandoverRefused`. */
export function refuseHandover(command: Dated<RefuseHandover>): [HandoverRefused] {
  return [fact('HandoverRefused', command, command.data)];
}

/** What `next-steps` may try: each handover. */
export function offerHandoverRefusals({ handovers }: Trajectory): Offers<RefuseHandover, CannotRefuseHandover> {
  return { subjects: [...handovers.keys()].map((handoverId) => ({ handoverId, reason: 'other' })), none: 'no-such-handover' };
}

/**
 * A handover is answered once, by who still takes part; also after the closing, so that no question stays open.
 *
 * Errors: `no-such-handover`; `handover-answered`; `no-such-party`; `party-left`; `before-start`; `not-started`.
 * Source: R-213, docs/rules.md.
 */
export function judgeHandoverRefusal(event: HandoverRefused, state: Trajectory): CannotRefuseHandover | undefined {
  return judgeBegun(event, state) ?? judgeOpenHandover(event, state);
}
