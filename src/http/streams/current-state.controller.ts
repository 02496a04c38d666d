import { Controller, Inject, Param, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '../../application/ports/identity.js';
import { StateOf, type StateAnswer } from '../../application/questions/questions.js';
import { streamIdOf, type Category } from '../../kernel/ids.js';
import { COLLECTIONS } from '../answers/addresses.js';
import { Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { entityTagOf } from '../requests/entity-tag.js';
import { CurrentIdentity } from '../requests/identified.js';
import { StateDto } from './stream.dto.js';
import { namedFor, STREAM_ID } from './stream-id.js';

/** A kind of stream whose address itself answers its state now, in codes. */
export function currentStateController(category: Category): Type<unknown> {
  const [idName, schema] = [`${category}Id`, STREAM_ID[category]];

  @ApiTags(COLLECTIONS[category])
  @Controller(COLLECTIONS[category])
  class CurrentStateController {
    constructor(@Inject(QueryBus) private readonly questions: QueryBus) {}

    @Asks(`:${idName}`, { summary: `See a ${category}`, answer: StateDto })
    async now(
      @Param(idName, { schema }) id: string,
      @CurrentIdentity() identity: Identity,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<StateAnswer> {
      const state = answerOrProblem<StateAnswer>(
        await this.questions.execute(new StateOf(identity, streamIdOf(category, id), {})),
      );
      reply.header('ETag', entityTagOf(state.version));
      return state;
    }
  }

  return namedFor(category, CurrentStateController);
}
