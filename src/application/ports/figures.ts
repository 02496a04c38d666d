import type { Day, Instant } from '../../kernel/days.js';
import type { ProgrammeId, TenantId } from '../../kernel/ids.js';
import type { FunnelCount } from '../../read-models/facts/funnel.js';

/** Days from the first to the last, both included; null: no bound. */
export type DaySpan = Readonly<{ from: Day | null; until: Day | null }>;

/** What figures are asked of: one programme, as it was known at an instant, for what occurred within a span. */
export type Counted = Readonly<{ programmeId: ProgrammeId; knownAt: Instant } & DaySpan>;

/** A figure; `stale`: some stream is parked, so that its facts may be older than the log. */
export type Figure<T> = Readonly<{ counts: T; stale: boolean }>;

/** The `facts` projection as dashboards count it. Persons are candidates, each counted once; one who was merged into another, by what was known then, counts as that one. */
export interface Figures {
  /** Every step of the funnel, in its order. Source: R-430, docs/rules.md. */
  funnel(tenant: TenantId, counted: Counted): Promise<Figure<readonly FunnelCount[]>>;
  /** Persons who had a benefit of this kind on the day before they began in a job; by the day on which they began. Source: R-431, docs/rules.md. */
  fromBenefitIntoJob(tenant: TenantId, counted: Counted & Readonly<{ benefit: string }>): Promise<Figure<number>>;
}
