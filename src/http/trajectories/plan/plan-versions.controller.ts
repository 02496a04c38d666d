import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import type { EvaluatePlan } from '../../../trajectory/plan/evaluate-plan.js';
import type { RevisePlan } from '../../../trajectory/plan/revise-plan.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { EvaluatePlanDto } from './evaluate-plan.dto.js';
import { PlanPath } from './plan-path.dto.js';
import { RevisePlanDto } from './revise-plan.dto.js';

/** How a plan is evaluated and revised. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class PlanVersionsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records that a plan was talked about. */
  @Appends('plans/:planId/evaluations', { summary: 'Evaluate a plan' })
  evaluate(
    @Param({ schema: PlanPath }) { trajectoryId: id, planId }: PlanPath,
    @Body({ schema: EvaluatePlanDto }) { evaluatedOn: on, words, ...data }: EvaluatePlanDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<EvaluatePlan>({ type: 'EvaluatePlan', on, data: { planId, ...data }, words }),
    );
  }

  /** Changes the agreements of a plan; what it does not name stays. */
  @Appends('plans/:planId/revisions', { summary: 'Revise a plan' })
  revise(
    @Param({ schema: PlanPath }) { trajectoryId: id, planId }: PlanPath,
    @Body({ schema: RevisePlanDto }) { revisedOn: on, words, ...data }: RevisePlanDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RevisePlan>({ type: 'RevisePlan', on, data: { planId, ...data }, words }),
    );
  }
}
