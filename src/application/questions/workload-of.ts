import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dayOf } from '../../kernel/days.js';
import { caseloadsOf } from '../../read-models/caseload/caseload.js';
import { loadOn, openingFacts } from '../../read-models/caseload/load.js';
import { mayNot } from '../permissions.js';
import type { CaseloadCounts } from '../ports/caseloads.js';
import type { Refused } from '../refusals.js';
import { CASELOADS } from '../tokens.js';
import { WorkloadOf, type WorkloadAnswer } from './dashboards.js';
import { FewStreams } from './few-streams.js';
import { ShownNow } from './shown-now.js';

/**
 * Answers `WorkloadOf`: what is in whose charge from the rows as they stand; which phases there are, and who is in which team,
 * from the log itself. Source, docs/rules.md.
 */
@QueryHandler(WorkloadOf)
export class AnswerWorkloadOf implements IQueryHandler<WorkloadOf> {
  constructor(
    @Inject(CASELOADS) private readonly caseloads: CaseloadCounts,
    private readonly now: ShownNow,
    private readonly few: FewStreams,
  ) {}

  async execute({ identity, minPosition }: WorkloadOf): Promise<WorkloadAnswer | Refused> {
    const forbidden = mayNot(identity, 'WorkloadOf');
    if (forbidden) return forbidden;
    const now = await this.now.asOf(['trajectories', 'timeline', 'follow-ups'], minPosition);
    if (now.kind === 'refused') return now;

    const { tenant } = identity;
    const { asOf } = now;
    const [programmes, organisations] = [await this.few.programmes(tenant), await this.few.organisationsWithTeams(tenant)];
    const { stale, ...counted } = await this.caseloads.of(tenant, openingFacts(programmes));
    const loads = caseloadsOf(counted, loadOn(programmes, counted), { organisations, today: dayOf(asOf) });
    return { ...loads, asOf, stale };
  }
}
