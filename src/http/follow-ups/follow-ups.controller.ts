import { Controller, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../../application/ports/identity.js';
import { FollowUpsOf, type Page } from '../../application/questions/questions.js';
import { trajectoryId } from '../../kernel/fields.events.js';
import { streamIdOf, type StreamId, type TrajectoryId } from '../../kernel/ids.js';
import type { FollowUpRow } from '../../read-models/follow-ups/follow-ups.projection.js';
import { Pages, type PageAnswer } from '../answers/pages.js';
import { Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { FollowUpsDto, FollowUpsQuery } from './follow-ups.dto.js';

type FollowUp = Omit<FollowUpRow, 'tenant'>;

/** What was promised to be done, by the instant at which it is due. It shows now only. */
@ApiTags('follow-ups')
@Controller()
export class FollowUpsController {
  constructor(
    @Inject(QueryBus) private readonly questions: QueryBus,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** Those of the whole tenant. */
  @Asks('follow-ups', { summary: 'List follow-ups', answer: FollowUpsDto })
  all(
    @Query({ schema: FollowUpsQuery }) query: FollowUpsQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<PageAnswer<FollowUp>> {
    return this.page(query, identity);
  }

  /** Those of one trajectory. */
  @Asks('trajectories/:trajectoryId/follow-ups', { summary: 'List the follow-ups of a trajectory', answer: FollowUpsDto })
  ofTrajectory(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Query({ schema: FollowUpsQuery }) query: FollowUpsQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<PageAnswer<FollowUp>> {
    return this.page(query, identity, streamIdOf('trajectory', id));
  }

  private async page(
    { status, ...query }: FollowUpsQuery,
    identity: Identity,
    streamId?: StreamId,
  ): Promise<PageAnswer<FollowUp>> {
    const question = `follow-ups ${streamId ?? 'all'} ${status ?? 'all'}`;
    const asked = new FollowUpsOf(identity, { status, streamId }, this.pages.asked(identity, question, query));
    const page = answerOrProblem<Page<FollowUpRow>>(await this.questions.execute(asked));
    return this.pages.answer(identity, question, { ...page, rows: page.rows.map(({ tenant: _, ...followUp }) => followUp) });
  }
}
