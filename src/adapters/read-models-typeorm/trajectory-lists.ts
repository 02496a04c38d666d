import type { DataSource } from 'typeorm';
import type { Rows, TrajectoryFilter, TrajectoryPlace, TrajectoryRows } from '../../application/ports/read-models.js';
import type { TenantId } from '../../kernel/ids.js';
import type { TrajectoryRow } from '../../read-models/trajectories/trajectories.projection.js';
import { inTenant, isStale, rowsIn } from './read-models.js';
import { TrajectoryEntity } from './trajectory.entity.js';

/** Answers lists of trajectories as the login of its data source may see them. */
export class TrajectoryLists implements TrajectoryRows {
  constructor(private readonly source: DataSource) {}

  list(
    tenant: TenantId,
    { order, working, returned, ...equal }: TrajectoryFilter,
    { after, limit }: Readonly<{ after: TrajectoryPlace | null; limit: number }>,
  ): Promise<Rows<TrajectoryRow>> {
    const [direction, beyond] = order === 'begun-first' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);

    return inTenant(this.source, tenant, async (manager) => {
      const query = manager
        .createQueryBuilder(TrajectoryEntity, 't')
        .where('t.tenant = :tenant', { tenant })
        .orderBy('t.begunOn', direction)
        .addOrderBy('t.trajectoryId', direction)
        .limit(limit);
      for (const [field, value] of Object.entries(equal))
        if (value !== undefined) query.andWhere(`t.${field} = :${field}`, { [field]: value });
      if (working !== undefined) query.andWhere(`(t.placements <> '[]'::jsonb) = :working`, { working });
      if (returned !== undefined) query.andWhere('(t.round > 1) = :returned', { returned });
      if (after) query.andWhere(`(t.begunOn, t.trajectoryId) ${beyond} (:begunOn, :trajectoryId::uuid)`, after);

      const rows = rowsIn<TrajectoryRow>(await query.getMany());
      return { rows, stale: await isStale(manager, 'trajectories') };
    });
  }
}
