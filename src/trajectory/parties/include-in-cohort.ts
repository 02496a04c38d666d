import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { CohortId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NotBegun } from '../under-way.js';

type IncludedInCohort = TrajectoryEventOf<'IncludedInCohort'>;

/** Counts this trajectory into a cohort of its programme. */
export type IncludeInCohort = Command<'IncludeInCohort', IncludedInCohort['data']>;

export type CannotIncludeInCohort = NotBegun | { code: 'already-in-cohort'; cohortId: CohortId; includedOn: Day };

/** A cohort that no trajectory knows: the sample for one that is new. */
const SOME_COHORT = '00000000-0000-5000-8000-000000000000' as CohortId;

/** Proposes exactly one `IncludedInCohort`. */
export function includeInCohort(command: Dated<IncludeInCohort>): [IncludedInCohort] {
  return [fact('IncludedInCohort', command, command.data)];
}

/** What `next-steps` may try: a cohort that is new here. */
export function offerCohorts(_: Trajectory): Offers<IncludeInCohort, CannotIncludeInCohort> {
  return { subjects: [{ cohortId: SOME_COHORT }], none: 'not-started' };
}

/**
 * A trajectory is counted into a cohort once; there may be several cohorts.
 *
 * Errors: `already-in-cohort`; `before-start`; `not-started`.
 * Source: R-211, docs/rules.md.
 */
export function judgeInclusion(event: IncludedInCohort, state: Trajectory): CannotIncludeInCohort | undefined {
  const refusal = judgeBegun(event, state);
  if (refusal) return refusal;

  const { cohortId } = event.data;
  const includedOn = state.cohorts.get(cohortId);
  if (includedOn) return { code: 'already-in-cohort', cohortId, includedOn };
}
