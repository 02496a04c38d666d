import { LAST_DAY, addDays, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { PlacementId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeWithin, type OutsidePlacement } from '../within-placement.js';

type PlacementExtended = TrajectoryEventOf<'PlacementExtended'>;

/** Records that a placement with an agreed last day goes on for longer. */
export type ExtendPlacement = Command<'ExtendPlacement', PlacementExtended['data']>;

export type CannotExtendPlacement =
  | NotInPhase
  | OutsidePlacement
  | { code: 'no-agreed-end'; placementId: PlacementId }
  | { code: 'not-longer'; until: Day; agreedUntil: Day };

/** Proposes exactly one `PlacementExtended`. */
export function extendPlacement(command: Dated<ExtendPlacement>): [PlacementExtended] {
  return [fact('PlacementExtended', command, command.data)];
}

/** What `next-steps` may try: per placement, one day more than each last day that was ever agreed. */
export function offerExtensions({ placements }: Trajectory): Offers<ExtendPlacement, CannotExtendPlacement> {
  const longer = [...placements].flatMap(([placementId, { lastDays }]) =>
    lastDays.flatMap((until) => (until === null || until === LAST_DAY ? [] : [{ placementId, until: addDays(until, 1) }])),
  );
  return { subjects: longer, none: 'no-agreed-end' };
}

/**
 * Only what has an agreed last day is extended, and to a later one or to none. How long a kind may last is not judged here.
 *
 * Errors: `no-agreed-end`; `not-longer`; those of `judgeWithin` and of the phase.
 * Source: R-321, docs/rules.md.
 */
export function judgeExtension(
  event: PlacementExtended,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotExtendPlacement | undefined {
  const refusal = judgeInPhase(event, state, rules) ?? judgeWithin(event, state);
  if (refusal) return refusal;

  const { placementId, until } = event.data;
  const agreedUntil = state.placements.get(placementId)?.lastDays.at(-1) ?? null;
  if (agreedUntil === null) return { code: 'no-agreed-end', placementId };
  if (until !== null && until <= agreedUntil) return { code: 'not-longer', until, agreedUntil };
}
