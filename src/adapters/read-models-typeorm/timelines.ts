import type { DataSource } from 'typeorm';
import type { TimelinePlace, TimelineRows, Rows } from '../../application/ports/read-models.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import type { TimelineRow } from '../../read-models/timeline/timeline.projection.js';
import { inTenant, isStale } from './read-models.js';
import { TimelineEntity } from './timeline.entity.js';

/** Version 1 is first whatever its day, so it sorts as if it had none; the index has the same expression. */
const DAY = `(case when t.version = 1 then '' else t.occurred_on end) collate "C"`;

/** Answers timelines as the login of its data source may see them. */
export class Timelines implements TimelineRows {
  constructor(private readonly source: DataSource) {}

  of(
    tenant: TenantId,
    streamId: StreamId,
    { after, limit }: Readonly<{ after: TimelinePlace | null; limit: number }>,
  ): Promise<Rows<TimelineRow>> {
    return inTenant(this.source, tenant, async (manager) => {
      const query = manager
        .createQueryBuilder(TimelineEntity, 't')
        .where('t.tenant = :tenant and t.streamId = :streamId', { tenant, streamId })
        .orderBy(DAY)
        .addOrderBy('t.version')
        .limit(limit);
      if (after)
        query.andWhere(`(${DAY}, t.version) > (:day, :version)`, { day: after.occurredOn ?? '', version: after.version });

      const rows = (await query.getMany()) as unknown as TimelineRow[];
      return { rows, stale: await isStale(manager, 'timeline', streamId) };
    });
  }
}
