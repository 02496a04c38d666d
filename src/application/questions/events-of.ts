import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { categoryOf } from '../../kernel/ids.js';
import { mayNot } from '../permissions.js';
import type { EventStore, StoredEvent } from '../ports/event-store.js';
import { refuse, type Refused } from '../refusals.js';
import { EVENT_STORE } from '../tokens.js';
import { EventsOf } from './questions.js';

/** Answers `EventsOf`: empty when the stream has nothing after that version, `not-found` when there is no such stream. */
@QueryHandler(EventsOf)
export class AnswerEventsOf implements IQueryHandler<EventsOf> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ identity, streamId, page: { after, limit } }: EventsOf): Promise<readonly StoredEvent[] | Refused> {
    const forbidden = mayNot(identity, 'EventsOf');
    if (forbidden) return forbidden;

    const events = await this.store.readStream(identity.tenant, streamId, { after, limit });
    if (events.length > 0 || after === 0)
      return events.length > 0 ? events : refuse({ code: 'not-found', what: categoryOf(streamId) });

    const [first] = await this.store.readStream(identity.tenant, streamId, { limit: 1 });
    return first ? [] : refuse({ code: 'not-found', what: categoryOf(streamId) });
  }
}
