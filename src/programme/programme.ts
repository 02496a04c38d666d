import type { Day } from '../kernel/days.js';
import { assertNever } from '../kernel/decider.js';
import type { CohortId, ProgrammeId } from '../kernel/ids.js';
import type { CohortFrozen, Definition, ProgrammeEvent, TargetSet } from './programme.events.js';

/** What was published of a programme, version by version; what it is to reach; and the groups that were counted for it. */
export type Programme = Readonly<{
  published: readonly Readonly<{ publishedOn: Day; validFrom: Day; definition: Definition }>[];
  /** The last word on each year and measure. */
  targets: readonly TargetSet['data'][];
  cohorts: ReadonlyMap<CohortId, Omit<CohortFrozen['data'], 'cohortId'>>;
  /** `on`: the first day on which it is closed. Null: it is open. */
  closed: Readonly<{ on: Day; successorId: ProgrammeId | null }> | null;
}>;

export const unpublished: Programme = { published: [], targets: [], cohorts: new Map(), closed: null };

/** Folds one event into the programme; never throws. */
export function evolve(state: Programme, event: ProgrammeEvent): Programme {
  switch (event.type) {
    case 'ProgrammePublished':
      return { ...state, published: [...state.published, { publishedOn: event.occurredOn, ...event.data }] };
    case 'TargetSet':
      return { ...state, targets: [...state.targets.filter((target) => !isOfSame(target, event.data)), event.data] };
    case 'CohortFrozen': {
      const { cohortId, ...cohort } = event.data;
      return { ...state, cohorts: new Map(state.cohorts).set(cohortId, cohort) };
    }
    case 'ProgrammeClosed':
      return { ...state, closed: { on: event.occurredOn, ...event.data } };
    default:
      return assertNever(event);
  }
}

/** Whether two targets are about the same year and measure. */
export const isOfSame = (one: TargetSet['data'], other: TargetSet['data']): boolean =>
  one.year === other.year && one.measure === other.measure;
