import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { bothSidesOf, judgeWithin, type OutsidePlacement } from '../within-placement.js';

type SupportRequested = TrajectoryEventOf<'SupportRequested'>;

/** Records that candidate or employer asks for support at work. */
export type RequestSupport = Command<'RequestSupport', Omit<SupportRequested['data'], 'supportRequestId'>>;

export type CannotRequestSupport = NotInPhase | OutsidePlacement;

/** Proposes exactly one `SupportRequested`. */
export function requestSupport(command: Dated<RequestSupport>): [SupportRequested] {
  return [fact('SupportRequested', command, { supportRequestId: command.meta.newId('support-request'), ...command.data })];
}

/** What `next-steps` may try: a request by each side, per placement. */
export function offerSupportRequests(state: Trajectory): Offers<RequestSupport, CannotRequestSupport> {
  const subjects = bothSidesOf(state).map(({ placementId, with: by }) => {
    return { placementId, by, channel: 'telephone', topic: 'other' } as const;
  });
  return { subjects, none: 'no-such-placement' };
}

/**
 * Either side may ask as long as the placement exists, also after the closing, without reopening.
 *
 * Errors: those of `judgeWithin` and of the phase.
 * Source: R-262, docs/rules.md: "Zowel de werkgever als de werknemer kunnen een beroep blijven doen op ondersteuning", Meedoen Werkt.
 */
export function judgeSupportRequest(
  event: SupportRequested,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRequestSupport | undefined {
  return judgeInPhase(event, state, rules) ?? judgeWithin(event, state);
}
