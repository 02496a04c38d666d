import { Inject, Injectable } from '@nestjs/common';
import { streamIdOf, type TrajectoryId } from '../../kernel/ids.js';
import { mayNot } from '../permissions.js';
import type { EventStore } from '../ports/event-store.js';
import type { Identity } from '../ports/identity.js';
import type { Loop } from '../ports/loops.js';
import type { TrajectoryRows } from '../ports/read-models.js';
import { fresh } from '../questions/fresh.js';
import type { Page } from '../questions/questions.js';
import { refuse, type Refused } from '../refusals.js';
import { EVENT_STORE, PROJECTIONS, TRAJECTORY_ROWS } from '../tokens.js';
import type { MigrationShown } from './migration-tried.js';
import type { MigrationRow, MigrationsAsked } from './migrations.js';

/** Under what name permissions know it. */
export const MIGRATING = 'MigrateProgrammeVersion';

/** What is done, or tried, with one trajectory. */
export type Act = (trajectoryId: TrajectoryId) => Promise<MigrationShown | Refused>;

/**
 * Goes through the trajectories of a programme that are under way, page by page, in an order that no migration changes.
 * The list is one of the log's end as it was asked; the trajectory's own decider has the last word.
 */
@Injectable()
export class MigrationsPaged {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(TRAJECTORY_ROWS) private readonly trajectories: TrajectoryRows,
    @Inject(PROJECTIONS) private readonly projections: Readonly<Record<'trajectories', Loop>>,
  ) {}

  async page(
    identity: Identity,
    { programmeId, paging }: MigrationsAsked,
    { act, done }: Readonly<{ act: Act; done: 'migrated' | 'would-migrate' }>,
  ): Promise<Page<MigrationRow> | Refused> {
    const forbidden = mayNot(identity, MIGRATING) ?? (await this.unreadable(identity, programmeId));
    if (forbidden) return forbidden;

    const { after, limit } = paging;
    const place = after && { begunOn: String(after[0]), trajectoryId: String(after[1]) };
    const filter = { programmeId, status: 'under-way', order: 'begun-first' } as const;
    const { rows: found, stale } = await this.trajectories.list(identity.tenant, filter, { after: place, limit });

    const rows: MigrationRow[] = [];
    // One after another: a page holds up nobody else, and what a kill interrupts is one append.
    for (const { trajectoryId } of found) rows.push(rowOf(trajectoryId, done, await act(trajectoryId)));

    const last = found.length === limit ? found.at(-1) : undefined;
    return { rows, next: last ? [last.begunOn, last.trajectoryId] : null, stale };
  }

  private async unreadable({ tenant }: Identity, programmeId: MigrationsAsked['programmeId']): Promise<Refused | undefined> {
    const stream = await this.store.readStream(tenant, streamIdOf('programme', programmeId), { limit: 1 });
    if (stream.length === 0) return refuse({ code: 'not-found', what: 'programme' });

    const isFresh = await fresh(this.projections.trajectories, await this.store.lastPosition(tenant));
    return isFresh ? undefined : refuse({ code: 'not-yet-projected', projection: 'trajectories' });
  }
}

function rowOf(trajectoryId: TrajectoryId, done: 'migrated' | 'would-migrate', outcome: MigrationShown | Refused): MigrationRow {
  if (!('kind' in outcome)) return { trajectoryId, outcome: done, to: outcome, refusal: null };

  const isThere = outcome.refused.code === 'version-unchanged';
  return { trajectoryId, outcome: isThere ? 'already' : 'refused', to: null, refusal: outcome.refused };
}
