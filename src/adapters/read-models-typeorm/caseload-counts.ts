import type { DataSource, EntityManager } from 'typeorm';
import type { CaseloadCounts } from '../../application/ports/caseloads.js';
import type { TenantId } from '../../kernel/ids.js';
import type { FactName } from '../../programme/terms.js';
import type { AlikeTrajectories, Counted, OpenFollowUps } from '../../read-models/caseload/load.js';
import { inTenant, isStale } from './read-models.js';

/** Counted by what they have in common, so that as many lines come as there are kinds of trajectories, not as there are trajectories. */
const RUNNING = `
  with running as (
    select stream_id, caseworker, programme_id, programme_version from read.trajectory where tenant = $1 and status = 'under-way'
  ),
  told as (
    select t.stream_id, array_agg(distinct t.type order by t.type) as happened
    from read.timeline t join running using (stream_id)
    where t.tenant = $1 and t.type = any ($2::text[]) group by t.stream_id
  )
  select running.caseworker as "caseworkerId", running.programme_id as "programmeId", running.programme_version as "programmeVersion",
    coalesce(told.happened, '{}') as happened, count(*)::integer as trajectories
  from running left join told using (stream_id) group by 1, 2, 3, 4`;

/** Source: R-427, docs/rules.md. */
const OPEN = `
  select t.caseworker as "caseworkerId", count(*)::integer as open, (count(*) filter (where f.status = 'due'))::integer as overdue
  from read.follow_up f left join read.trajectory t on t.tenant = f.tenant and t.stream_id = f.stream_id
  where f.tenant = $1 and f.status in ('planned', 'due') group by 1`;

const ASKED = ['trajectories', 'timeline', 'follow-ups'] as const;

/** Counts as the login of its data source may see them. */
export class CaseloadRows implements CaseloadCounts {
  constructor(private readonly source: DataSource) {}

  of(tenant: TenantId, opening: readonly FactName[]): Promise<Counted & Readonly<{ stale: boolean }>> {
    return inTenant(this.source, tenant, async (manager) => {
      const running = await manager.query<AlikeTrajectories[]>(RUNNING, [tenant, opening]);
      const followUps = await manager.query<OpenFollowUps[]>(OPEN, [tenant]);
      return { running, followUps, stale: await isAnyStale(manager) };
    });
  }
}

async function isAnyStale(manager: EntityManager): Promise<boolean> {
  for (const projection of ASKED) if (await isStale(manager, projection)) return true;
  return false;
}
