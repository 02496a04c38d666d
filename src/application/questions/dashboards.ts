import { Query } from '@nestjs/cqrs';
import type { Day, Instant } from '../../kernel/days.js';
import type { ProgrammeId } from '../../kernel/ids.js';
import type { TargetSet } from '../../programme/programme.events.js';
import type { Caseloads } from '../../read-models/caseload/caseload.js';
import type { FunnelCount } from '../../read-models/facts/funnel.js';
import type { Position } from '../ports/event-store.js';
import type { Identity } from '../ports/identity.js';
import type { Refused } from '../refusals.js';
import type { Replay } from './questions.js';

/** What every figure is asked: of which programme, on which clocks, and how fresh at least. */
export type OfProgramme = Replay & Readonly<{ programmeId: ProgrammeId; minPosition: Position | null }>;

/** For what a figure holds; `knownAt` null: nothing was ever recorded. */
type HoldsFor = Readonly<{ programmeId: ProgrammeId; knownAt: Instant | null; validOn: Day | null; stale: boolean }>;

/** Distinct persons step by step, of what occurred within the days. */
export type FunnelAnswer = HoldsFor & Readonly<{ from: Day | null; until: Day | null; steps: readonly FunnelCount[] }>;

/** What was to be reached in a year, null when nobody said, and what was. */
export type TargetAnswer = HoldsFor &
  Readonly<{ year: number; measure: TargetSet['data']['measure']; benefit: string; target: number | null; reached: number }>;

/** How many persons came how far in a programme. */
export class FunnelOf extends Query<FunnelAnswer | Refused> {
  constructor(
    readonly identity: Identity,
    readonly asked: OfProgramme & Readonly<{ from?: Day; until?: Day }>,
  ) {
    super();
  }
}

/** A programme's target for a year, beside what was reached. */
export class TargetOf extends Query<TargetAnswer | Refused> {
  constructor(
    readonly identity: Identity,
    readonly asked: OfProgramme & Readonly<{ year: number }>,
  ) {
    super();
  }
}

/** Who has how much in charge at `asOf`: it shows now only (P9). */
export type WorkloadAnswer = Caseloads & Readonly<{ asOf: Instant; stale: boolean }>;

/** What is in whose charge in all the tenant. */
export class WorkloadOf extends Query<WorkloadAnswer | Refused> {
  constructor(
    readonly identity: Identity,
    readonly minPosition: Position | null,
  ) {
    super();
  }
}
