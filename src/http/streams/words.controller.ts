import { Controller, Inject, Param, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '../../application/ports/identity.js';
import type { Words } from '../../application/ports/person-vault.js';
import { StreamWithWords, type StateAnswer } from '../../application/questions/questions.js';
import { eventId } from '../../kernel/fields.events.js';
import { streamIdOf, type Category, type EventId } from '../../kernel/ids.js';
import { COLLECTIONS } from '../answers/addresses.js';
import { Asks } from '../openapi/described.js';
import { answerOrProblem, Problem } from '../problem.js';
import { entityTagOf } from '../requests/entity-tag.js';
import { CurrentIdentity } from '../requests/identified.js';
import { EventWordsDto, StateWithWordsDto } from './stream.dto.js';
import { namedFor, STREAM_ID } from './stream-id.js';

type WithWords = StateAnswer & Readonly<{ words: Readonly<Record<string, Words>> }>;

/** A kind of stream about a person: its address answers its state now together with the words, and each event's words have an address. */
export function wordsController(category: Category): Type<unknown> {
  const [idName, schema] = [`${category}Id`, STREAM_ID[category]];

  @ApiTags(COLLECTIONS[category])
  @Controller(`${COLLECTIONS[category]}/:${idName}`)
  class WordsController {
    constructor(@Inject(QueryBus) private readonly questions: QueryBus) {}

    @Asks('', { summary: `See a ${category} with the words about it`, answer: StateWithWordsDto })
    async now(
      @Param(idName, { schema }) id: string,
      @CurrentIdentity() identity: Identity,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<WithWords> {
      const answer = await this.ask(id, identity);
      reply.header('ETag', entityTagOf(answer.version));
      return answer;
    }

    @Asks('words/:eventId', { summary: `Read the words that an event of a ${category} brought`, answer: EventWordsDto })
    async ofEvent(
      @Param(idName, { schema }) id: string,
      @Param('eventId', { schema: eventId }) event: EventId,
      @CurrentIdentity() identity: Identity,
    ): Promise<Readonly<{ eventId: EventId; words: Words }>> {
      const { words } = await this.ask(id, identity);
      if (!Object.hasOwn(words, event)) throw new Problem({ code: 'not-found', what: 'words' });
      return { eventId: event, words: words[event] };
    }

    private async ask(id: string, identity: Identity): Promise<WithWords> {
      return answerOrProblem<WithWords>(await this.questions.execute(new StreamWithWords(identity, streamIdOf(category, id))));
    }
  }

  return namedFor(category, WordsController);
}
