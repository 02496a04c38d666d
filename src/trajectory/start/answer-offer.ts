import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, judgeNotClosed, type NotBegun, type TrajectoryIsClosed } from '../under-way.js';

type OfferAnswered = TrajectoryEventOf<'OfferAnswered'>;

/** Records what the candidate said to the offer. */
export type AnswerOffer = Command<'AnswerOffer', OfferAnswered['data']>;

export type CannotAnswerOffer =
  NotBegun | TrajectoryIsClosed | { code: 'already-started' } | { code: 'no-open-offer' } | { code: 'reason-missing' };

/** Proposes exactly one `OfferAnswered`. */
export function answerOffer(command: Dated<AnswerOffer>): [OfferAnswered] {
  return [fact('OfferAnswered', command, command.data)];
}

/** What `next-steps` may try: a yes and a no to what was offered. */
export function offerAnswers({ offer }: Trajectory): Offers<AnswerOffer, CannotAnswerOffer> {
  const answers = [
    { accepted: true, reason: null },
    { accepted: false, reason: 'other' },
  ] as const;
  return { subjects: offer === null ? [] : answers, none: 'no-open-offer' };
}

/**
 * An offer is answered once; a no says why.
 *
 * Errors: `before-start`; `not-started`; `already-started`; `no-open-offer`; `reason-missing`; `trajectory-closed`.
 * Source: R-04, docs/rules.md.
 */
export function judgeAnswer(event: OfferAnswered, state: Trajectory): CannotAnswerOffer | undefined {
  const refusal = judgeBegun(event, state) ?? judgeNotClosed(event, state);
  if (refusal) return refusal;
  if (state.startedOn !== null) return { code: 'already-started' };
  if (state.offer !== 'open') return { code: 'no-open-offer' };
  if (!event.data.accepted && event.data.reason === null) return { code: 'reason-missing' };
}
