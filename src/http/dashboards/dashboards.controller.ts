import { Controller, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Identity } from '../../application/ports/identity.js';
import {
  FunnelOf,
  TargetOf,
  WorkloadOf,
  type FunnelAnswer,
  type TargetAnswer,
  type WorkloadAnswer,
} from '../../application/questions/dashboards.js';
import { FUNNEL } from '../../read-models/facts/funnel.js';
import { Pages } from '../answers/pages.js';
import { Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { FunnelDto, FunnelQuery, TargetDto, TargetQuery } from './dashboards.dto.js';
import { WorkloadDto, WorkloadQuery } from './workload.dto.js';

/** Figures: from dated facts on two clocks, and of what is in whose charge now. */
@ApiTags('dashboards')
@Controller('dashboards')
export class DashboardsController {
  constructor(
    @Inject(QueryBus) private readonly questions: QueryBus,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** Distinct persons per step of a programme. */
  @Asks('funnel', { summary: 'Count how far people came in a programme', answer: FunnelDto })
  async funnel(
    @Query({ schema: FunnelQuery }) query: FunnelQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<z.output<typeof FunnelDto>> {
    const minPosition = this.pages.positionOf(identity, query.minPosition);
    const answer = answerOrProblem<FunnelAnswer>(await this.questions.execute(new FunnelOf(identity, { ...query, minPosition })));
    return { ...answer, steps: answer.steps.map((counts) => ({ ...counts, title: TITLES[counts.step] })) };
  }

  /** What a programme was to reach in a year, beside what it did. */
  @Asks('targets', { summary: 'Compare the target of a programme with what was reached', answer: TargetDto })
  async target(@Query({ schema: TargetQuery }) query: TargetQuery, @CurrentIdentity() identity: Identity): Promise<TargetAnswer> {
    const minPosition = this.pages.positionOf(identity, query.minPosition);
    return answerOrProblem<TargetAnswer>(await this.questions.execute(new TargetOf(identity, { ...query, minPosition })));
  }

  /** What is in whose charge; it shows now only. */
  @Asks('workload', { summary: 'Count what each caseworker, team and organisation has in charge now', answer: WorkloadDto })
  async workload(
    @Query({ schema: WorkloadQuery }) query: WorkloadQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<WorkloadAnswer> {
    const minPosition = this.pages.positionOf(identity, query.minPosition);
    return answerOrProblem<WorkloadAnswer>(await this.questions.execute(new WorkloadOf(identity, minPosition)));
  }
}

type Step = (typeof FUNNEL)[number];

const TITLES = Object.fromEntries(FUNNEL.map(({ step, title }) => [step, title])) as Readonly<
  Record<Step['step'], Step['title']>
>;
