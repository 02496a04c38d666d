import { Controller, Inject, Param, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../../application/ports/identity.js';
import type { Words } from '../../application/ports/person-vault.js';
import { StreamWithWords, type StateAnswer } from '../../application/questions/questions.js';
import { eventId } from '../../kernel/fields.events.js';
import { streamIdOf, type Category, type EventId } from '../../kernel/ids.js';
import { COLLECTIONS } from '../answers/addresses.js';
import { Asks } from '../openapi/described.js';
import { answerOrProblem, Problem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { EventWordsDto } from './stream.dto.js';
import { namedFor, STREAM_ID } from './stream-id.js';

type WithWords = StateAnswer & Readonly<{ words: Readonly<Record<string, Words>> }>;

/** A kind of stream in which words are sealed: those of each event have an address, which the feed names. */
export function eventWordsController(category: Category): Type<unknown> {
  const [idName, schema] = [`${category}Id`, STREAM_ID[category]];

  @ApiTags(COLLECTIONS[category])
  @Controller(`${COLLECTIONS[category]}/:${idName}/words`)
  class EventWordsController {
    constructor(@Inject(QueryBus) private readonly questions: QueryBus) {}

    @Asks(':eventId', { summary: `Read the words that an event of a ${category} brought`, answer: EventWordsDto })
    async ofEvent(
      @Param(idName, { schema }) id: string,
      @Param('eventId', { schema: eventId }) event: EventId,
      @CurrentIdentity() identity: Identity,
    ): Promise<Readonly<{ eventId: EventId; words: Words }>> {
      const asked = new StreamWithWords(identity, streamIdOf(category, id), event);
      const { words } = answerOrProblem<WithWords>(await this.questions.execute(asked));
      if (!Object.hasOwn(words, event)) throw new Problem({ code: 'not-found', what: 'words' });
      return { eventId: event, words: words[event] };
    }
  }

  return namedFor(category, EventWordsController);
}
