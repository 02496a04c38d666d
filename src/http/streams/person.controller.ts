import { Controller, Inject, Param, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '../../application/ports/identity.js';
import type { Words } from '../../application/ports/person-vault.js';
import { StreamWithWords, type StateAnswer } from '../../application/questions/questions.js';
import { streamIdOf, type Category } from '../../kernel/ids.js';
import { COLLECTIONS } from '../answers/addresses.js';
import { Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { entityTagOf } from '../requests/entity-tag.js';
import { CurrentIdentity } from '../requests/identified.js';
import { StateWithWordsDto } from './stream.dto.js';
import { namedFor, STREAM_ID } from './stream-id.js';

type WithWords = StateAnswer & Readonly<{ words: Readonly<Record<string, Words>> }>;

/** A kind of stream about a person: its address answers its state now together with the words that count. */
export function personController(category: Category): Type<unknown> {
  const [idName, schema] = [`${category}Id`, STREAM_ID[category]];

  @ApiTags(COLLECTIONS[category])
  @Controller(`${COLLECTIONS[category]}/:${idName}`)
  class PersonController {
    constructor(@Inject(QueryBus) private readonly questions: QueryBus) {}

    @Asks('', { summary: `See a ${category} with the words about it`, answer: StateWithWordsDto })
    async now(
      @Param(idName, { schema }) id: string,
      @CurrentIdentity() identity: Identity,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<WithWords> {
      const asked = new StreamWithWords(identity, streamIdOf(category, id));
      const answer = answerOrProblem<WithWords>(await this.questions.execute(asked));
      reply.header('ETag', entityTagOf(answer.version));
      return answer;
    }
  }

  return namedFor(category, PersonController);
}
