import { Controller, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../../application/ports/identity.js';
import type { FollowUpFilter, FollowUpLine } from '../../application/ports/read-models.js';
import { FollowUpsOf, type FollowUpsAnswer } from '../../application/questions/questions.js';
import { trajectoryId } from '../../kernel/fields.events.js';
import { streamIdOf, type TrajectoryId } from '../../kernel/ids.js';
import type { PageQuery } from '../answers/page.dto.js';
import { Pages, type PageAnswer } from '../answers/pages.js';
import { Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { FollowUpsDto, FollowUpsOfTrajectoryQuery, FollowUpsQuery } from './follow-ups.dto.js';

type Answer = PageAnswer<Omit<FollowUpLine, 'tenant'>> & Pick<FollowUpsAnswer, 'asOf'>;

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
  all(@Query({ schema: FollowUpsQuery }) query: FollowUpsQuery, @CurrentIdentity() identity: Identity): Promise<Answer> {
    return this.page(query, identity);
  }

  /** Those of one trajectory. */
  @Asks('trajectories/:trajectoryId/follow-ups', { summary: 'List the follow-ups of a trajectory', answer: FollowUpsDto })
  ofTrajectory(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Query({ schema: FollowUpsOfTrajectoryQuery }) query: FollowUpsOfTrajectoryQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<Answer> {
    return this.page({ ...query, streamId: streamIdOf('trajectory', id) }, identity);
  }

  private async page({ limit, after, minPosition, ...filter }: PageQuery & FollowUpFilter, identity: Identity): Promise<Answer> {
    const question = `follow-ups ${JSON.stringify(Object.entries(filter).sort())}`;
    const paging = this.pages.asked(identity, question, { limit, after, minPosition });
    const { asOf, ...page } = answerOrProblem<FollowUpsAnswer>(
      await this.questions.execute(new FollowUpsOf(identity, filter, paging)),
    );
    const rows = page.rows.map(({ tenant: _, ...followUp }) => followUp);
    return { ...this.pages.answer(identity, question, { ...page, rows }), asOf };
  }
}
