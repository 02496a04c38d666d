import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeWithin, placementIdsOf, type OutsidePlacement } from '../within-placement.js';

type RiskFlagged = TrajectoryEventOf<'RiskFlagged'>;

/** Records that somebody may drop out of work or come back, and what points at it. */
export type FlagRisk = Command<'FlagRisk', Omit<RiskFlagged['data'], 'riskId'>>;

export type CannotFlagRisk = NotInPhase | OutsidePlacement;

/** Proposes exactly one `RiskFlagged`. */
export function flagRisk(command: Dated<FlagRisk>): [RiskFlagged] {
  return [fact('RiskFlagged', command, { riskId: command.meta.newId('risk'), ...command.data })];
}

/** What `next-steps` may try: a risk in general, and one in each placement. */
export function offerRisks(state: Trajectory): Offers<FlagRisk, CannotFlagRisk> {
  const subjects = [null, ...placementIdsOf(state)].map((placementId) => {
    return { placementId, signals: ['other'] as const, policyVersion: 1 };
  });
  return { subjects, none: 'not-started' };
}

/**
 * A risk that names a placement lies within it; others may be seen after the closing as well. Judged once: it says what was seen then.
 *
 * Errors: those of `judgeWithin` and of the phase.
 * Source: R-264, docs/rules.md: "zodat uitval zoveel mogelijk wordt voorkomen", Werkwinkel.
 */
export function judgeRisk(event: RiskFlagged, state: Trajectory, rules: TrajectoryRules): CannotFlagRisk | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { placementId } = event.data;
  if (placementId !== null) return judgeWithin({ occurredOn: event.occurredOn, data: { placementId } }, state);
}
