import type { Offers } from '../../kernel/decider.js';
import type { PlacementId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { PLACEMENT_KINDS, type PlacementKind } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeWithin, placementIdsOf, type OutsidePlacement } from '../within-placement.js';

type PlacementConverted = TrajectoryEventOf<'PlacementConverted'>;

/** Records that a placement goes on as one of another kind. */
export type ConvertPlacement = Command<'ConvertPlacement', PlacementConverted['data']>;

export type CannotConvertPlacement =
  | NotInPhase
  | OutsidePlacement
  | { code: 'placement-kind-not-allowed'; kind: PlacementKind; allowed: readonly PlacementKind[] }
  | { code: 'kind-unchanged'; kind: PlacementKind };

/** Proposes exactly one `PlacementConverted`, on the first day of the new kind. */
export function convertPlacement(command: Dated<ConvertPlacement>): [PlacementConverted] {
  return [fact('PlacementConverted', command, command.data)];
}

/** What `next-steps` may try: each kind, per placement. */
export function offerConversions(state: Trajectory): Offers<ConvertPlacement, CannotConvertPlacement> {
  const kindsOf = (placementId: PlacementId) => PLACEMENT_KINDS.map((kind) => ({ placementId, kind }));
  return { subjects: placementIdsOf(state).flatMap(kindsOf), none: 'no-such-placement' };
}

/**
 * A placement becomes another kind than it was, one that the programme allows.
 *
 * Errors: `placement-kind-not-allowed`; `kind-unchanged`; those of `judgeWithin` and of the phase.
 * Source: R-322, docs/rules.md.
 */
export function judgeConversion(
  event: PlacementConverted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotConvertPlacement | undefined {
  const refusal = judgeInPhase(event, state, rules) ?? judgeWithin(event, state);
  if (refusal) return refusal;

  const { placementId, kind } = event.data;
  const allowed = rules.programme?.definition.placementKinds ?? [];
  if (!allowed.includes(kind)) return { code: 'placement-kind-not-allowed', kind, allowed };
  if (state.placements.get(placementId)?.kind === kind) return { code: 'kind-unchanged', kind };
}
