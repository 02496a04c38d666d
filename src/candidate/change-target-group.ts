import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { Candidate } from './candidate.js';
import { TARGET_GROUPS, type TargetGroupChanged } from './candidate.events.js';
import type { NotRegistered } from './registered.js';

/** To which group somebody belongs, from when to when; several may hold, and the last word on a group counts. */
export type ChangeTargetGroup = Command<'ChangeTargetGroup', TargetGroupChanged['data']>;

export type CannotChangeTargetGroup = NotRegistered | { code: 'period-reversed'; from: Day; until: Day };

/** Proposes exactly one `TargetGroupChanged`. */
export function changeTargetGroup({ on, data }: ChangeTargetGroup & { on: Day }): [TargetGroupChanged] {
  return [{ type: 'TargetGroupChanged', occurredOn: on, data }];
}

/** What `next-steps` may try: each group, from the day of registration. */
export function offerTargetGroups({ registeredOn }: Candidate): Offers<ChangeTargetGroup, CannotChangeTargetGroup> {
  if (registeredOn === null) return { subjects: [], none: 'candidate-not-registered' };

  const subjects = TARGET_GROUPS.map((group) => ({ group, from: registeredOn, until: null, source: 'municipality' as const }));
  return { subjects, none: 'candidate-not-registered' };
}

/**
 * A group is left on or after the day on which it was entered.
 *
 * Units: days, both ends inclusive; the two may be equal.
 * Errors: `candidate-not-registered`; `period-reversed`.
 * Source: R-106, docs/rules.md.
 */
export function judgeTargetGroup(
  { data: { from, until } }: TargetGroupChanged,
  candidate: Candidate,
): CannotChangeTargetGroup | undefined {
  if (candidate.registeredOn === null) return { code: 'candidate-not-registered' };
  if (until !== null && until < from) return { code: 'period-reversed', from, until };
}
