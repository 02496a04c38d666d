import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { mayNot } from '../permissions.js';
import type { FollowUpRows } from '../ports/read-models.js';
import type { Refused } from '../refusals.js';
import { FOLLOW_UP_ROWS } from '../tokens.js';
import { FollowUpsOf, type FollowUpsAnswer } from './questions.js';
import { ShownNow } from './shown-now.js';

/** Answers `FollowUpsOf` from the projections. Source: R-427, docs/rules.md. */
@QueryHandler(FollowUpsOf)
export class AnswerFollowUpsOf implements IQueryHandler<FollowUpsOf> {
  constructor(
    @Inject(FOLLOW_UP_ROWS) private readonly followUps: FollowUpRows,
    private readonly now: ShownNow,
  ) {}

  async execute({ identity, filter, paging }: FollowUpsOf): Promise<FollowUpsAnswer | Refused> {
    const forbidden = mayNot(identity, 'FollowUpsOf');
    if (forbidden) return forbidden;
    const now = await this.now.asOf(['follow-ups', 'trajectories'], paging.minPosition);
    if (now.kind === 'refused') return now;

    const { after, limit } = paging;
    const place = after && { dueAt: String(after[0]), followUpId: String(after[1]) };
    const { rows, stale } = await this.followUps.list(identity.tenant, filter, { after: place, limit });

    const last = rows.length === limit ? rows[rows.length - 1] : undefined;
    return { rows, next: last ? [last.dueAt, last.followUpId] : null, stale, asOf: now.asOf };
  }
}
