import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeWithin, placementIdsOf, type OutsidePlacement } from '../within-placement.js';

type GuidanceSessionHeld = TrajectoryEventOf<'GuidanceSessionHeld'>;

/** Records that somebody was coached, or guided in the work itself. */
export type RecordGuidanceSession = Command<'RecordGuidanceSession', GuidanceSessionHeld['data']>;

export type CannotRecordGuidanceSession = NotInPhase | OutsidePlacement | { code: 'placement-not-named' };

/** Proposes exactly one `GuidanceSessionHeld`. */
export function recordGuidanceSession(command: Dated<RecordGuidanceSession>): [GuidanceSessionHeld] {
  return [fact('GuidanceSessionHeld', command, command.data)];
}

/** What `next-steps` may try: coaching about work in general, and coaching and guidance in each placement. */
export function offerGuidanceSessions(state: Trajectory): Offers<RecordGuidanceSession, CannotRecordGuidanceSession> {
  const kinds = ['on-the-job', 'coaching'] as const;
  const atWork = placementIdsOf(state).flatMap((placementId) =>
    kinds.map((kind) => ({ kind, placementId, organisationId: null })),
  );
  return { subjects: [{ kind: 'coaching', placementId: null, organisationId: null }, ...atWork], none: 'not-started' };
}

/**
 * Guidance on the job names the placement (ours: it is about that work); what names one lies within it. Also after the closing.
 *
 * Errors: `placement-not-named`; those of `judgeWithin` and of the phase.
 * Source: R-261, docs/rules.md: "gecoacht en werkinhoudelijk begeleid", Werkwinkel.
 */
export function judgeGuidanceSession(
  event: GuidanceSessionHeld,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordGuidanceSession | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { occurredOn } = event;
  const { kind, placementId } = event.data;
  if (placementId !== null) return judgeWithin({ occurredOn, data: { placementId } }, state);
  if (kind === 'on-the-job') return { code: 'placement-not-named' };
}
