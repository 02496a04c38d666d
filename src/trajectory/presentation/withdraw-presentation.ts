import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { PresentationId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type PresentationWithdrawn = TrajectoryEventOf<'PresentationWithdrawn'>;

/** Records that a presentation is no longer shown. */
export type WithdrawPresentation = Command<'WithdrawPresentation', PresentationWithdrawn['data']>;

export type CannotWithdrawPresentation =
  | NotInPhase
  | { code: 'no-such-presentation'; presentationId: PresentationId }
  | { code: 'presentation-withdrawn'; presentationId: PresentationId; withdrawnOn: Day };

/** Proposes exactly one `PresentationWithdrawn`. */
export function withdrawPresentation(command: Dated<WithdrawPresentation>): [PresentationWithdrawn] {
  return [fact('PresentationWithdrawn', command, command.data)];
}

/** What `next-steps` may try: each presentation. */
export function offerWithdrawals({ presentations }: Trajectory): Offers<WithdrawPresentation, CannotWithdrawPresentation> {
  const subjects = [...presentations.keys()].map((presentationId) => ({ presentationId, reason: 'other' as const }));
  return { subjects, none: 'no-such-presentation' };
}

/**
 * A presentation is withdrawn once, also after the closing: a candidate may always take back a permission.
 *
 * Errors: `no-such-presentation`; `presentation-withdrawn`; those of the phase.
 * Source: R-231, docs/rules.md.
 */
export function judgeWithdrawal(
  event: PresentationWithdrawn,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotWithdrawPresentation | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { presentationId } = event.data;
  const presentation = state.presentations.get(presentationId);
  if (!presentation) return { code: 'no-such-presentation', presentationId };

  const { withdrawnOn } = presentation;
  if (withdrawnOn !== null) return { code: 'presentation-withdrawn', presentationId, withdrawnOn };
}
