import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeOpen, type NoSuchSupportRequest, type SupportIsAnswered } from './open-requests.js';

type SupportDeclined = TrajectoryEventOf<'SupportDeclined'>;

/** Records that nothing is done for who asked, and why. */
export type DeclineSupport = Command<'DeclineSupport', SupportDeclined['data']>;

export type CannotDeclineSupport =
  | NotInPhase
  | NoSuchSupportRequest
  | SupportIsAnswered
  | { code: 'decision-outside'; decisionOn: Day; requestedOn: Day; toldOn: Day };

/** Proposes exactly one `SupportDeclined`. */
export function declineSupport(command: Dated<DeclineSupport>): [SupportDeclined] {
  return [fact('SupportDeclined', command, command.data)];
}

/** What `next-steps` may try: a no to each request, decided on the day on which it was asked. */
export function offerDeclines({ supportRequests }: Trajectory): Offers<DeclineSupport, CannotDeclineSupport> {
  const subjects = [...supportRequests].map(([supportRequestId, { requestedOn }]) => {
    return { supportRequestId, reason: 'other', decisionOn: requestedOn } as const;
  });
  return { subjects, none: 'no-such-support-request' };
}

/**
 * What was asked is answered once, also after the placement or the closing; a no was decided on after the question and before it was told.
 *
 * Units: days, that of the request and that of the answer included.
 * Errors: `decision-outside`; those of `judgeOpen` and of the phase.
 * Source: R-263, docs/rules.md; Participatiewet, art. 10(4) and (5) (2026-07-01).
 */
export function judgeDecline(
  event: SupportDeclined,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotDeclineSupport | undefined {
  const { occurredOn: toldOn } = event;
  const { supportRequestId, decisionOn } = event.data;
  const refusal = judgeInPhase(event, state, rules) ?? judgeOpen(supportRequestId, state);
  if (refusal) return refusal;

  const requestedOn = state.supportRequests.get(supportRequestId)?.requestedOn ?? decisionOn;
  if (decisionOn < requestedOn || toldOn < decisionOn) return { code: 'decision-outside', decisionOn, requestedOn, toldOn };
}
