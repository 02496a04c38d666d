import { Controller, Inject, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../../application/ports/identity.js';
import type { ParkedReaction } from '../../application/ports/reactions.js';
import { ParkedReactionsOf, type Page } from '../../application/questions/questions.js';
import { TryReactionAgain, type ToBeTried } from '../../application/reacting/try-reaction-again.js';
import { eventId } from '../../kernel/fields.events.js';
import type { EventId } from '../../kernel/ids.js';
import { Pages, type PageAnswer } from '../answers/pages.js';
import { Asks, Does } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { ParkedReactionsDto, ParkedReactionsQuery, reactionName, ToBeTriedDto } from './parked-reactions.dto.js';

/** What the engine wanted to do by itself in another stream and could not; for administrators. */
@ApiTags('reactions')
@Controller('parked-reactions')
export class ParkedReactionsController {
  constructor(
    @Inject(QueryBus) private readonly questions: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** What is put aside, the oldest first. */
  @Asks('', { summary: 'List what reactions have put aside', answer: ParkedReactionsDto })
  async all(
    @Query({ schema: ParkedReactionsQuery }) query: ParkedReactionsQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<PageAnswer<Omit<ParkedReaction, 'n'>>> {
    const question = 'parked-reactions';
    const asked = new ParkedReactionsOf(identity, this.pages.asked(identity, question, query));
    const page = answerOrProblem<Page<ParkedReaction>>(await this.questions.execute(asked));
    return this.pages.answer(identity, question, { ...page, rows: page.rows.map(({ n: _, ...parked }) => parked) });
  }

  /** Once what stood in the way is mended. It is done a moment later; what fails again is put aside again. */
  @Does(':reaction/:eventId/retry', { summary: 'Try again what a reaction has put aside', answer: ToBeTriedDto })
  async retry(
    @Param('reaction', { schema: reactionName }) reaction: string,
    @Param('eventId', { schema: eventId }) event: EventId,
    @CurrentIdentity() identity: Identity,
  ): Promise<ToBeTried> {
    const asked = new TryReactionAgain(identity, { reaction, eventId: event });
    return answerOrProblem<ToBeTried>(await this.commands.execute(asked));
  }
}
