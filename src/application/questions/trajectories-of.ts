import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { TrajectoryRow } from '../../read-models/trajectories/trajectories.projection.js';
import { mayNot } from '../permissions.js';
import type { Loop } from '../ports/loops.js';
import type { TrajectoryRows } from '../ports/read-models.js';
import { refuse, type Refused } from '../refusals.js';
import { PROJECTIONS, TRAJECTORY_ROWS } from '../tokens.js';
import { fresh } from './fresh.js';
import { TrajectoriesOf, type Page } from './questions.js';

/** Answers `TrajectoriesOf` from the projection. */
@QueryHandler(TrajectoriesOf)
export class AnswerTrajectoriesOf implements IQueryHandler<TrajectoriesOf> {
  constructor(
    @Inject(TRAJECTORY_ROWS) private readonly trajectories: TrajectoryRows,
    @Inject(PROJECTIONS) private readonly projections: Readonly<Record<'trajectories', Loop>>,
  ) {}

  async execute({ identity, filter, paging }: TrajectoriesOf): Promise<Page<TrajectoryRow> | Refused> {
    const forbidden = mayNot(identity, 'TrajectoriesOf');
    if (forbidden) return forbidden;
    if (!(await fresh(this.projections.trajectories, paging.minPosition)))
      return refuse({ code: 'not-yet-projected', projection: 'trajectories' });

    const { after, limit } = paging;
    const place = after && { begunOn: String(after[0]), trajectoryId: String(after[1]) };
    const { rows, stale } = await this.trajectories.list(identity.tenant, filter, { after: place, limit });

    const last = rows.length === limit ? rows[rows.length - 1] : undefined;
    return { rows, next: last ? [last.begunOn, last.trajectoryId] : null, stale };
  }
}
