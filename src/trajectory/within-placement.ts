import type { Day } from '../kernel/days.js';
import type { PlacementId } from '../kernel/ids.js';
import { SIDES, type Side } from '../programme/terms.js';
import type { Trajectory } from './trajectory.js';

export type NoSuchPlacement = Readonly<{ code: 'no-such-placement'; placementId: PlacementId }>;
export type OutsidePlacement =
  NoSuchPlacement | Readonly<{ code: 'outside-placement'; placementId: PlacementId; startedOn: Day; endedOn: Day }>;

/**
 * What is done in a placement lies within it, also after the trajectory was closed.
 *
 * Units: days, the first and the last day of the placement included.
 * Errors: `no-such-placement`, also on the days before it began; `outside-placement`.
 * Source: R-18, docs/rules.md.
 */
export function judgeWithin(
  { occurredOn, data: { placementId } }: Readonly<{ occurredOn: Day; data: Readonly<{ placementId: PlacementId }> }>,
  { placements }: Trajectory,
): OutsidePlacement | undefined {
  const placement = placements.get(placementId);
  if (!placement) return { code: 'no-such-placement', placementId };

  const { startedOn, endedOn } = placement;
  if (endedOn !== null && endedOn < occurredOn) return { code: 'outside-placement', placementId, startedOn, endedOn };
}

/** Both sides of every placement: with whom a check-in may be. */
export function bothSidesOf({ placements }: Trajectory): readonly Readonly<{ placementId: PlacementId; with: Side }>[] {
  return [...placements.keys()].flatMap((placementId) => SIDES.map((side) => ({ placementId, with: side })));
}

/** The placements of a trajectory by id, in the order in which they began. */
export const placementIdsOf = ({ placements }: Trajectory): readonly PlacementId[] => [...placements.keys()];
