import { Controller, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../../application/ports/identity.js';
import { NextStepsOf } from '../../application/questions/questions.js';
import { dayOf, daysBetween, type Day } from '../../kernel/days.js';
import { trajectoryId } from '../../kernel/fields.events.js';
import { streamIdOf, type TrajectoryId } from '../../kernel/ids.js';
import { NEXT_STEPS_DAYS } from '../../kernel/next-steps.js';
import { Asks } from '../openapi/described.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { answerOrProblem, refuseRequest } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { NextStepsDto, NextStepsQuery } from './next-steps.dto.js';

/** What may be done: screens draw their buttons from it. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId/next-steps')
export class NextStepsController {
  constructor(
    @Inject(QueryBus) private readonly questions: QueryBus,
    @Inject(HTTP_PARTS) private readonly parts: Pick<HttpParts, 'clock'>,
  ) {}

  /** Every command by subject with the days on which it is accepted, and why the rest is not. */
  @Asks('', { summary: 'See what may be done in a trajectory, and why the rest may not', answer: NextStepsDto })
  async within(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Query({ schema: NextStepsQuery }) query: NextStepsQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<Readonly<{ steps: unknown }>> {
    const span = await this.spanOf(query);
    return answerOrProblem<Readonly<{ steps: unknown }>>(
      await this.questions.execute(new NextStepsOf(identity, streamIdOf('trajectory', id), span)),
    );
  }

  private async spanOf(query: NextStepsQuery): Promise<Readonly<{ from: Day; until: Day }>> {
    const today = dayOf(await this.parts.clock.now());
    const { from = today, until = today } = query;
    const days = daysBetween(from, until) + 1;
    if (days >= 1 && days <= NEXT_STEPS_DAYS) return { from, until };

    const expected = `from the first day on, at most ${NEXT_STEPS_DAYS} days`;
    return refuseRequest({
      code: 'invalid-input',
      errors: [{ in: 'query', path: 'until', detail: `makes it ${days} days`, expected }],
    });
  }
}
