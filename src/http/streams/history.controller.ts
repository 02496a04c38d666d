import { Controller, Inject, Param, Query, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Identity } from '../../application/ports/identity.js';
import {
  EventsOf,
  StateOf,
  TimelineOf,
  type Page,
  type StateAnswer,
  type TimelineAnswer,
} from '../../application/questions/questions.js';
import { streamIdOf, type Category } from '../../kernel/ids.js';
import { COLLECTIONS } from '../answers/addresses.js';
import { PageQuery } from '../answers/page.dto.js';
import { Pages, type PageAnswer } from '../answers/pages.js';
import { eventAnswer, type EventAnswer } from '../answers/stored-event.js';
import { Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { ReplayQuery } from '../requests/replay.js';
import { EventsDto, EventsQuery, StateDto, TimelineDto } from './stream.dto.js';
import { namedFor, STREAM_ID } from './stream-id.js';

type EventsAnswer = Readonly<{ events: readonly EventAnswer[]; next: number | null }>;

/**
 * What every kind of stream answers alike: its events, its state on two clocks, and its timeline.
 * A class of its own for each kind, so that each has its own addresses and names in the description of the API.
 */
export function historyController(category: Category): Type<unknown> {
  const [idName, schema] = [`${category}Id`, STREAM_ID[category]];

  @ApiTags(COLLECTIONS[category])
  @Controller(`${COLLECTIONS[category]}/:${idName}`)
  class HistoryController {
    constructor(
      @Inject(QueryBus) private readonly questions: QueryBus,
      @Inject(Pages) private readonly pages: Pages,
    ) {}

    @Asks('events', { summary: `Read the events of a ${category} as they were stored`, answer: EventsDto })
    async events(
      @Param(idName, { schema }) id: string,
      @Query({ schema: EventsQuery }) page: EventsQuery,
      @CurrentIdentity() identity: Identity,
    ): Promise<EventsAnswer> {
      const asked = new EventsOf(identity, streamIdOf(category, id), page);
      const stored = answerOrProblem<readonly StoredEvent[]>(await this.questions.execute(asked));
      return { events: stored.map(eventAnswer), next: stored.length < page.limit ? null : stored[stored.length - 1].version };
    }

    @Asks('state', { summary: `See a ${category} as it was on a day, as it was known at a time`, answer: StateDto })
    async state(
      @Param(idName, { schema }) id: string,
      @Query({ schema: ReplayQuery }) replay: ReplayQuery,
      @CurrentIdentity() identity: Identity,
    ): Promise<StateAnswer> {
      return answerOrProblem<StateAnswer>(await this.questions.execute(new StateOf(identity, streamIdOf(category, id), replay)));
    }

    @Asks('timeline', { summary: `Read what happened to a ${category}, corrections applied`, answer: TimelineDto })
    async timeline(
      @Param(idName, { schema }) id: string,
      @Query({ schema: PageQuery }) query: PageQuery,
      @CurrentIdentity() identity: Identity,
    ): Promise<PageAnswer<TimelineAnswer>> {
      const question = `timeline ${streamIdOf(category, id)}`;
      const asked = new TimelineOf(identity, streamIdOf(category, id), this.pages.asked(identity, question, query));
      return this.pages.answer(identity, question, answerOrProblem<Page<TimelineAnswer>>(await this.questions.execute(asked)));
    }
  }

  return namedFor(category, HistoryController);
}
