import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { categoryOf, type StreamId, type TenantId } from '../../kernel/ids.js';
import { mayNot } from '../permissions.js';
import type { EventStore } from '../ports/event-store.js';
import type { FollowUpRows } from '../ports/read-models.js';
import { refuse, type Refused } from '../refusals.js';
import { EVENT_STORE, FOLLOW_UP_ROWS } from '../tokens.js';
import { FollowUpsOf, type FollowUpsAnswer } from './questions.js';
import { ShownNow } from './shown-now.js';

/** Answers `FollowUpsOf` from the projections; `not-found` for a trajectory that there is not. Source: R-427, docs/rules.md. */
@QueryHandler(FollowUpsOf)
export class AnswerFollowUpsOf implements IQueryHandler<FollowUpsOf> {
  constructor(
    @Inject(FOLLOW_UP_ROWS) private readonly followUps: FollowUpRows,
    private readonly now: ShownNow,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ identity, filter, paging }: FollowUpsOf): Promise<FollowUpsAnswer | Refused> {
    const forbidden = mayNot(identity, 'FollowUpsOf');
    if (forbidden) return forbidden;
    const now = await this.now.asOf(['follow-ups', 'trajectories'], paging.minPosition);
    if (now.kind === 'refused') return now;

    const { after, limit } = paging;
    const place = after && { dueAt: String(after[0]), followUpId: String(after[1]) };
    const { rows, stale } = await this.followUps.list(identity.tenant, filter, { after: place, limit });

    if (rows.length === 0 && filter.streamId !== undefined && !(await this.isThere(identity.tenant, filter.streamId)))
      return refuse({ code: 'not-found', what: categoryOf(filter.streamId) });

    const last = rows.length === limit ? rows[rows.length - 1] : undefined;
    return { rows, next: last ? [last.dueAt, last.followUpId] : null, stale, asOf: now.asOf };
  }

  /** The log itself knows: a trajectory of which nothing is promised has no rows either. */
  private async isThere(tenant: TenantId, streamId: StreamId): Promise<boolean> {
    return (await this.store.readStream(tenant, streamId, { limit: 1 })).length > 0;
  }
}
