import type { TenantId } from '../../kernel/ids.js';
import type { FactName } from '../../programme/terms.js';
import type { Counted } from '../../read-models/caseload/load.js';

/** What is in charge of whom, counted at the moment of asking over the rows of trajectories, their timelines and follow-ups. */
export interface CaseloadCounts {
  /** `opening`: the facts to look for in each running trajectory. `stale`: part of it is parked, so that it may be older than the log. */
  of(tenant: TenantId, opening: readonly FactName[]): Promise<Counted & Readonly<{ stale: boolean }>>;
}
