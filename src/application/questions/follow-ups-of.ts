import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FollowUpRow } from '../../read-models/follow-ups/follow-ups.projection.js';
import { mayNot } from '../permissions.js';
import type { Loop } from '../ports/loops.js';
import type { FollowUpRows } from '../ports/read-models.js';
import { refuse, type Refused } from '../refusals.js';
import { FOLLOW_UP_ROWS, PROJECTIONS } from '../tokens.js';
import { fresh } from './fresh.js';
import { FollowUpsOf, type Page } from './questions.js';

/** Answers `FollowUpsOf` from the projection. */
@QueryHandler(FollowUpsOf)
export class AnswerFollowUpsOf implements IQueryHandler<FollowUpsOf> {
  constructor(
    @Inject(FOLLOW_UP_ROWS) private readonly followUps: FollowUpRows,
    @Inject(PROJECTIONS) private readonly projections: Readonly<Record<'follow-ups', Loop>>,
  ) {}

  async execute({ identity, filter, paging }: FollowUpsOf): Promise<Page<FollowUpRow> | Refused> {
    const forbidden = mayNot(identity, 'FollowUpsOf');
    if (forbidden) return forbidden;
    if (!(await fresh(this.projections['follow-ups'], paging.minPosition)))
      return refuse({ code: 'not-yet-projected', projection: 'follow-ups' });

    const { after, limit } = paging;
    const place = after && { dueAt: String(after[0]), followUpId: String(after[1]) };
    const { rows, stale } = await this.followUps.list(identity.tenant, filter, { after: place, limit });

    const last = rows.length === limit ? rows[rows.length - 1] : undefined;
    return { rows, next: last ? [last.dueAt, last.followUpId] : null, stale };
  }
}
