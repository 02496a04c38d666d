import { Controller, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Identity } from '../../../application/ports/identity.js';
import { TrajectoriesOf, type Page } from '../../../application/questions/questions.js';
import type { TrajectoryRow } from '../../../read-models/trajectories/trajectories.projection.js';
import { Pages, type PageAnswer } from '../../answers/pages.js';
import { Asks } from '../../openapi/described.js';
import { answerOrProblem } from '../../problem.js';
import { CurrentIdentity } from '../../requests/identified.js';
import { TrajectoriesDto, TrajectoriesQuery, TrajectoryLineDto } from './trajectory-list.dto.js';

/** What the description names; what reactions look up in a trajectory is no part of the list. */
type Line = z.output<typeof TrajectoryLineDto>;

/** The trajectories of the tenant, as they stand now. */
@ApiTags('trajectories')
@Controller('trajectories')
export class TrajectoryListController {
  constructor(
    @Inject(QueryBus) private readonly questions: QueryBus,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** All of them, or those that a filter lets through; by candidate they are the rounds of one person. */
  @Asks('', { summary: 'List trajectories', answer: TrajectoriesDto })
  async all(
    @Query({ schema: TrajectoriesQuery }) { limit, after, minPosition, ...filter }: TrajectoriesQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<PageAnswer<Line>> {
    const question = `trajectories ${JSON.stringify(Object.entries(filter).sort())}`;
    const paging = this.pages.asked(identity, question, { limit, after, minPosition });
    const page = answerOrProblem<Page<TrajectoryRow>>(await this.questions.execute(new TrajectoriesOf(identity, filter, paging)));
    return this.pages.answer(identity, question, { ...page, rows: page.rows.map((row) => TrajectoryLineDto.parse(row)) });
  }
}
