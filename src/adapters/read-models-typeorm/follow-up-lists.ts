import type { DataSource } from 'typeorm';
import type { Instant } from '../../kernel/days.js';
import type { TenantId } from '../../kernel/ids.js';
import type { FollowUpStep, OpenSteps } from '../../application/ports/follow-ups.js';
import type { FollowUpFilter, FollowUpPlace, FollowUpRows, Rows } from '../../application/ports/read-models.js';
import type { FollowUpRow } from '../../read-models/follow-ups/follow-ups.projection.js';
import { FollowUpEntity } from './follow-up.entity.js';
import { inTenant, isStale } from './read-models.js';

/** Answers lists of follow-ups as the login of its data source may see them. */
export class FollowUpLists implements FollowUpRows {
  constructor(private readonly source: DataSource) {}

  list(
    tenant: TenantId,
    { status, streamId }: FollowUpFilter,
    { after, limit }: Readonly<{ after: FollowUpPlace | null; limit: number }>,
  ): Promise<Rows<FollowUpRow>> {
    return inTenant(this.source, tenant, async (manager) => {
      const query = manager
        .createQueryBuilder(FollowUpEntity, 'f')
        .where('f.tenant = :tenant', { tenant })
        .orderBy('f.dueAt')
        .addOrderBy('f.followUpId')
        .limit(limit);
      if (status) query.andWhere('f.status = :status', { status });
      if (streamId) query.andWhere('f.streamId = :streamId', { streamId });
      if (after) query.andWhere('(f.dueAt, f.followUpId) > (:dueAt, :followUpId::uuid)', after);

      const rows = (await query.getMany()) as unknown as FollowUpRow[];
      return { rows, stale: await isStale(manager, 'follow-ups', streamId) };
    });
  }
}

/** Answers which steps are to come in all tenants; for the worker's login, never for a reader's. */
export class OpenFollowUpSteps implements OpenSteps {
  constructor(private readonly source: DataSource) {}

  async upTo(instant: Instant, limit: number): Promise<readonly FollowUpStep[]> {
    const rows = await this.source
      .createQueryBuilder(FollowUpEntity, 'f')
      .where('f.stepAt is not null and f.stepAt <= :instant', { instant })
      .orderBy('f.stepAt')
      .addOrderBy('f.followUpId')
      .addOrderBy('f.step')
      .limit(limit)
      .getMany();
    return rows.map(({ tenant, streamId, followUpId, version, step, stepAt }) => {
      return { tenant, streamId, followUpId, version, step, at: stepAt } as unknown as FollowUpStep;
    });
  }
}
