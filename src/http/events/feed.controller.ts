import { Controller, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Identity } from '../../application/ports/identity.js';
import type { FeedPlace } from '../../application/ports/tokens.js';
import { FeedAfter } from '../../application/questions/questions.js';
import { noToken } from '../answers/pages.js';
import { eventAnswer, type EventAnswer } from '../answers/stored-event.js';
import { Asks } from '../openapi/described.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { answerOrProblem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { FeedDto, FeedQuery } from './feed.dto.js';

type Feed = Readonly<{ events: readonly (EventAnswer & Readonly<{ id: string }>)[]; next: string | null }>;

/** The tenant's log, for systems that follow it. Consumers know an event again by its eventId. */
@ApiTags('events')
@Controller('events')
export class FeedController {
  constructor(
    @Inject(QueryBus) private readonly questions: QueryBus,
    @Inject(HTTP_PARTS) private readonly parts: Pick<HttpParts, 'tokens'>,
  ) {}

  /** Every event once, in the log's order; a place kept by a reader goes on also in a store that was copied. */
  @Asks('', { summary: 'Follow the log', answer: FeedDto })
  async read(@Query({ schema: FeedQuery }) { after, limit }: FeedQuery, @CurrentIdentity() identity: Identity): Promise<Feed> {
    const place = after === undefined ? null : (this.parts.tokens.feedPlaceIn(identity.tenant, after) ?? noToken('after'));
    const stored = answerOrProblem<readonly StoredEvent[]>(await this.questions.execute(new FeedAfter(identity, place, limit)));

    const events = stored.map((event) => ({ id: this.tokenOf(identity, event), ...eventAnswer(event) }));
    return { events, next: events.at(-1)?.id ?? after ?? null };
  }

  private tokenOf({ tenant }: Identity, { streamId, version }: FeedPlace): string {
    return this.parts.tokens.ofFeed(tenant, { streamId, version });
  }
}
