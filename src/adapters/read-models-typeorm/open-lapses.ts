import type { DataSource } from 'typeorm';
import { idOfStep, type DueStep, type LapseStep, type OpenSteps } from '../../application/ports/follow-ups.js';
import type { Instant } from '../../kernel/days.js';
import { liveBuildOf } from './builds.js';

/** A match that waits for the place that is reserved for it: it neither fell through nor is named by a placement. */
const WAITS = `t.build = ${liveBuildOf('trajectories')} and t.tenant = r.tenant and t.matches @> jsonb_build_array(jsonb_build_object(
  'matchId', r.match_id, 'workplaceId', r.workplace_id, 'fellOn', null, 'placementId', null))`;

/** Answers which reservations are to lapse in all tenants; for the worker's login, never for a reader's. */
export class OpenLapses implements OpenSteps {
  constructor(private readonly source: DataSource) {}

  async upTo(instant: Instant, limit: number, after: DueStep | null = null): Promise<readonly LapseStep[]> {
    const rows = await this.source.query<Omit<LapseStep, 'step'>[]>(
      `select r.tenant, t.stream_id as "streamId", r.workplace_id as "workplaceId", r.match_id as "matchId", r.version,
         r.lapses_at as at
       from read.reservation r join read.trajectory t on ${WAITS}
       where r.build = ${liveBuildOf('reservations')} and r.lapses_at <= $1
         and ($3::text is null or (r.lapses_at, r.match_id) > ($3, $4::uuid)) order by r.lapses_at, r.match_id limit $2`,
      [instant, limit, after?.at ?? null, after && idOfStep(after)],
    );
    return rows.map((row) => ({ ...row, step: 'lapse' }));
  }
}
