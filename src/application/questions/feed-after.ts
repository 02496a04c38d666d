import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { TenantId } from '../../kernel/ids.js';
import { mayNot } from '../permissions.js';
import type { EventStore, Position, StoredEvent } from '../ports/event-store.js';
import type { FeedPlace } from '../ports/tokens.js';
import { refuse, type Refused } from '../refusals.js';
import { EVENT_STORE } from '../tokens.js';
import { FeedAfter } from './questions.js';

/** Answers `FeedAfter`, in the log's order; the reader's place is looked up by stream and version, so it holds in a copied store too. */
@QueryHandler(FeedAfter)
export class AnswerFeedAfter implements IQueryHandler<FeedAfter> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ identity, after, limit }: FeedAfter): Promise<readonly StoredEvent[] | Refused> {
    const { tenant } = identity;
    const forbidden = mayNot(identity, 'FeedAfter');
    if (forbidden) return forbidden;
    if (after === null) return this.store.readAll({ tenant, limit });

    const position = await this.positionOf(tenant, after);
    return position ? this.store.readAll({ tenant, after: position, limit }) : refuse({ code: 'not-found', what: 'place' });
  }

  private async positionOf(tenant: TenantId, { streamId, version }: FeedPlace): Promise<Position | undefined> {
    const [event] = await this.store.readStream(tenant, streamId, { after: version - 1, limit: 1 });
    return event?.version === version ? event.position : undefined;
  }
}
