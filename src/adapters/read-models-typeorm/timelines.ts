import type { DataSource } from 'typeorm';
import type { LifePlace, StandsUnder, TimelinePlace, TimelineRows, Rows } from '../../application/ports/read-models.js';
import { streamIdOf, type CandidateId, type FollowUpId, type StreamId, type TenantId } from '../../kernel/ids.js';
import type { PlannedFollowUp } from '../../read-models/timeline/lines/trajectory/ledger.lines.js';
import type { TimelineRow } from '../../read-models/timeline/timeline.projection.js';
import { inTenant, isStale, rowsIn } from './read-models.js';
import { TimelineEntity } from './timeline.entity.js';

/** Version 1 is first whatever its day, so it sorts as if it had none; the index has the same expression. */
const DAY = `(case when t.version = 1 then '' else t.occurred_on end) collate "C"`;

/** The registration of a candidate is first whatever its day. */
const DAY_OF_LIFE = `(case when t.version = 1 and t.stream_id = :own then '' else t.occurred_on end) collate "C"`;

/**
 * The candidate's own stream and those of whoever was merged into this one, also by way of others, where the last word is not that it was
 * undone. `union` without `all` ends also where two were merged into each other at one moment.
 */
const PERSON = `person (stream_id) as (
  select cast(:own as text)
  union
  select m.stream_id from person p join read.timeline m
    on m.tenant = :tenant and m.type = 'CandidateMergedInto' and m.data->>'survivorId' = substring(p.stream_id from 11)
  where not exists (select from read.timeline u where u.tenant = m.tenant and u.stream_id = m.stream_id
    and u.type = 'MergeUndone' and (u.occurred_on, u.version) > (m.occurred_on, m.version)))`;

/** Whose trajectories these are never changes, so their list may be a little ahead of the timeline or behind it. */
const LIFE = `(with recursive ${PERSON}
  select p.stream_id from person p
  union all
  select r.stream_id from person p join read.trajectory r on r.tenant = :tenant and r.candidate_id = cast(substring(p.stream_id from 11) as uuid))`;

/** What says under which programme a trajectory stands from there on. */
const NAME_A_PROGRAMME = ['TrajectoryOffered', 'TrajectoryStarted', 'ProgrammeVersionMigrated'];

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

      const rows = rowsIn<TimelineRow>(await query.getMany());
      return { rows, stale: await isStale(manager, 'timeline', streamId) };
    });
  }

  ofLife(
    tenant: TenantId,
    candidateId: CandidateId,
    { after, limit }: Readonly<{ after: LifePlace | null; limit: number }>,
  ): Promise<Rows<TimelineRow>> {
    return inTenant(this.source, tenant, async (manager) => {
      const whose = { tenant, own: streamIdOf('candidate', candidateId) };
      const query = manager
        .createQueryBuilder(TimelineEntity, 't')
        .where(`t.tenant = :tenant and t.streamId in ${LIFE}`, whose)
        .orderBy(DAY_OF_LIFE)
        .addOrderBy('t.recordedAt')
        .addOrderBy('t.version')
        .limit(limit);
      if (after) {
        const { occurredOn, recordedAt, version } = after;
        const beyond = `(${DAY_OF_LIFE}, t.recordedAt, t.version) > (:day, :recordedAt, :version)`;
        query.andWhere(beyond, { day: occurredOn ?? '', recordedAt, version });
      }
      const rows = rowsIn<TimelineRow>(await query.getMany());
      return { rows, stale: (await isStale(manager, 'timeline')) || (await isStale(manager, 'trajectories')) };
    });
  }

  async programmes(tenant: TenantId, streams: readonly StreamId[]): Promise<readonly StandsUnder[]> {
    if (streams.length === 0) return [];
    return inTenant(this.source, tenant, async (manager) => {
      const rows = await manager
        .createQueryBuilder(TimelineEntity, 't')
        .where('t.tenant = :tenant and t.streamId in (:...streams)', { tenant, streams })
        .andWhere('t.type in (:...types)', { types: NAME_A_PROGRAMME })
        .orderBy('t.version', 'DESC')
        .getMany();
      return rows.map(({ streamId, data }) => ({ streamId, programmeId: (data as StandsUnder).programmeId }) as StandsUnder);
    });
  }

  async planned(
    tenant: TenantId,
    followUps: Parameters<TimelineRows['planned']>[1],
  ): Promise<ReadonlyMap<FollowUpId, PlannedFollowUp>> {
    if (followUps.length === 0) return new Map();
    const streams = [...new Set(followUps.map(({ streamId }) => streamId))];
    const ids = followUps.map(({ followUpId }) => followUpId);

    return inTenant(this.source, tenant, async (manager) => {
      const rows = await manager
        .createQueryBuilder(TimelineEntity, 't')
        .where(`t.tenant = :tenant and t.streamId in (:...streams) and t.type = 'FollowUpPlanned'`, { tenant, streams })
        .andWhere(`t.data->>'followUpId' in (:...ids)`, { ids })
        .getMany();
      const planned = rows.map(({ data }) => data as PlannedFollowUp & { followUpId: FollowUpId });
      return new Map(planned.map((data) => [data.followUpId, data]));
    });
  }
}
