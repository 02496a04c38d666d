import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EventId } from '../../kernel/ids.js';
import { mayNot } from '../permissions.js';
import type { ParkedPlace, ParkedReaction, ParkedReactions } from '../ports/reactions.js';
import type { PagePlace } from '../ports/tokens.js';
import type { Refused } from '../refusals.js';
import { PARKED_REACTIONS } from '../tokens.js';
import { ParkedReactionsOf, type Page } from './questions.js';

/** Answers `ParkedReactionsOf` from what the reactions remember, which is never older than it is. */
@QueryHandler(ParkedReactionsOf)
export class AnswerParkedReactionsOf implements IQueryHandler<ParkedReactionsOf> {
  constructor(@Inject(PARKED_REACTIONS) private readonly parked: ParkedReactions) {}

  async execute({ identity, paging: { after, limit } }: ParkedReactionsOf): Promise<Page<ParkedReaction> | Refused> {
    const forbidden = mayNot(identity, 'ParkedReactionsOf');
    if (forbidden) return forbidden;

    const rows = await this.parked.list(identity.tenant, { after: after && placeOf(after), limit });
    const last = rows.length === limit ? rows[rows.length - 1] : undefined;
    return { rows, next: last ? [last.since, last.reaction, last.eventId, last.n] : null, stale: false };
  }
}

const placeOf = ([since, reaction, eventId, n]: PagePlace): ParkedPlace => ({
  since: String(since),
  reaction: String(reaction),
  eventId: String(eventId) as EventId,
  n: Number(n),
});
