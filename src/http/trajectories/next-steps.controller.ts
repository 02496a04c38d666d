import { Controller, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../../application/ports/identity.js';
import { NextStepsOf } from '../../application/questions/questions.js';
import { trajectoryId } from '../../kernel/fields.events.js';
import { streamIdOf, type TrajectoryId } from '../../kernel/ids.js';
import { Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { NextStepsDto, NextStepsQuery } from './next-steps.dto.js';

/** What may be done: screens draw their buttons from it. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId/next-steps')
export class NextStepsController {
  constructor(@Inject(QueryBus) private readonly questions: QueryBus) {}

  /** Every command by subject with the days on which it is accepted, and why the rest is not. */
  @Asks('', { summary: 'See what may be done in a trajectory, and why the rest may not', answer: NextStepsDto })
  async within(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Query({ schema: NextStepsQuery }) span: NextStepsQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<Readonly<{ steps: unknown }>> {
    const asked = new NextStepsOf(identity, streamIdOf('trajectory', id), span);
    return answerOrProblem<Readonly<{ steps: unknown }>>(await this.questions.execute(asked));
  }
}
