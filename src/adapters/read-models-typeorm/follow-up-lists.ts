import type { DataSource, EntityManager } from 'typeorm';
import type { Instant } from '../../kernel/days.js';
import { ownIdOf, type StreamId, type TenantId } from '../../kernel/ids.js';
import { idOfStep, type DueStep, type FollowUpStep, type OpenSteps } from '../../application/ports/follow-ups.js';
import type { FollowUpFilter, FollowUpLine, FollowUpPlace, FollowUpRows, Rows } from '../../application/ports/read-models.js';
import type { FollowUpRow } from '../../read-models/follow-ups/follow-ups.projection.js';
import { liveBuildOf } from './builds.js';
import { FollowUpEntity } from './follow-up.entity.js';
import { inTenant, isStale, rowsIn } from './read-models.js';
import { TrajectoryEntity } from './trajectory.entity.js';

/** In whose charge a trajectory is, is told by its own row: a follow-up takes over no word of it. */
const ITS_TRAJECTORY = 't.tenant = f.tenant and t.streamId = f.streamId';

/** What the rows say where something else is asked than they do. Source: R-427, docs/rules.md. */
const SAID_AS: Partial<Record<NonNullable<FollowUpFilter['status']>, readonly string[]>> = {
  open: ['planned', 'due'],
  overdue: ['due'],
};

/** Answers lists of follow-ups as the login of its data source may see them. */
export class FollowUpLists implements FollowUpRows {
  constructor(private readonly source: DataSource) {}

  list(
    tenant: TenantId,
    filter: FollowUpFilter,
    { after, limit }: Readonly<{ after: FollowUpPlace | null; limit: number }>,
  ): Promise<Rows<FollowUpLine>> {
    return inTenant(this.source, tenant, async (manager) => {
      const query = manager
        .createQueryBuilder(FollowUpEntity, 'f')
        .leftJoin(TrajectoryEntity, 't', ITS_TRAJECTORY)
        .addSelect('t.caseworker', 'caseworkerId')
        .addSelect('t.candidateId', 'candidateId')
        .addSelect('t.programmeId', 'programmeId')
        .where('f.tenant = :tenant', { tenant })
        .orderBy('f.dueAt')
        .addOrderBy('f.followUpId')
        .limit(limit);
      if (after) query.andWhere('(f.dueAt, f.followUpId) > (:dueAt, :followUpId::uuid)', after);
      for (const [condition, values] of conditionsOf(filter)) query.andWhere(condition, values);

      const { entities, raw } = await query.getRawAndEntities<OfItsTrajectory>();
      const rows = rowsIn<FollowUpRow>(entities).map((row, at) => {
        const { candidateId, programmeId, caseworkerId } = raw[at];
        return { ...row, trajectoryId: ownIdOf<'trajectory'>(row.streamId), candidateId, programmeId, caseworkerId };
      });
      return { rows, stale: await isStaleAny(manager, filter.streamId) };
    });
  }
}

type OfItsTrajectory = Pick<FollowUpLine, 'candidateId' | 'programmeId' | 'caseworkerId'>;

const isStaleAny = async (manager: EntityManager, streamId?: StreamId): Promise<boolean> =>
  (await isStale(manager, 'follow-ups', streamId)) || (await isStale(manager, 'trajectories', streamId));

/** What rows must be so that a filter lets them through, each with the values that it names. */
function conditionsOf({ status, ...filter }: FollowUpFilter): readonly (readonly [string, Record<string, unknown>])[] {
  const conditions = {
    'f.status in (:...statuses)': { statuses: status && (SAID_AS[status] ?? [status]) },
    'f.streamId = :streamId': { streamId: filter.streamId },
    't.caseworker = :caseworkerId': { caseworkerId: filter.caseworkerId },
    'f.dueOn <= :dueUntil': { dueUntil: filter.dueUntil },
  };
  return Object.entries(conditions).filter(([, values]) => Object.values(values).every((value) => value !== undefined));
}

/** Answers which steps are to come in all tenants; for the worker's login, never for a reader's. */
export class OpenFollowUpSteps implements OpenSteps {
  constructor(private readonly source: DataSource) {}

  async upTo(instant: Instant, limit: number, after: DueStep | null = null): Promise<readonly FollowUpStep[]> {
    const query = this.source
      .createQueryBuilder(FollowUpEntity, 'f')
      .where(`f.build = ${liveBuildOf('follow-ups')} and f.stepAt is not null and f.stepAt <= :instant`, { instant })
      .orderBy('f.stepAt')
      .addOrderBy('f.followUpId')
      .addOrderBy('f.step')
      .limit(limit);
    if (after) query.andWhere('(f.stepAt, f.followUpId) > (:at, :id::uuid)', { at: after.at, id: idOfStep(after) });

    const rows = await query.getMany();
    return rows.map(({ tenant, streamId, followUpId, version, step, stepAt }) => {
      return { tenant, streamId, followUpId, version, step, at: stepAt } as unknown as FollowUpStep;
    });
  }
}
