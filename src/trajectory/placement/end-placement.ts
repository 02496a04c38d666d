import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { PlacementId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type PlacementEnded = TrajectoryEventOf<'PlacementEnded'>;

/** Records the last day of a placement, also of a trajectory that is closed: the work went on. */
export type EndPlacement = Command<'EndPlacement', PlacementEnded['data']>;

export type CannotEndPlacement =
  | NotInPhase
  | { code: 'no-such-placement'; placementId: PlacementId }
  | { code: 'already-ended'; placementId: PlacementId; endedOn: Day };

/** Proposes exactly one `PlacementEnded`. */
export function endPlacement(command: Dated<EndPlacement>): [PlacementEnded] {
  return [fact('PlacementEnded', command, command.data)];
}

/** What `next-steps` may try: the end of each placement. */
export function offerEndings({ placements }: Trajectory): Offers<EndPlacement, CannotEndPlacement> {
  const sample = { reason: 'other', by: 'employer' } as const;
  return { subjects: [...placements.keys()].map((placementId) => ({ placementId, ...sample })), none: 'no-such-placement' };
}

/**
 * A placement that began ends once.
 *
 * Errors: `no-such-placement`, also on the days before it began; `already-ended`; those of the phase.
 * Source: R-17, docs/rules.md.
 */
export function judgeEnding(event: PlacementEnded, state: Trajectory, rules: TrajectoryRules): CannotEndPlacement | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { placementId } = event.data;
  const placement = state.placements.get(placementId);
  if (!placement) return { code: 'no-such-placement', placementId };
  if (placement.endedOn !== null) return { code: 'already-ended', placementId, endedOn: placement.endedOn };
}
