import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AgreePlan } from '../../../trajectory/plan/agree-plan.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AgreePlanDto } from './agree-plan.dto.js';

/** What was agreed. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class PlansController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records a plan (*trajectplan*); the last one holds. */
  @Appends('plans', { summary: 'Agree on a plan', creates: 'plan' })
  agree(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AgreePlanDto }) { agreedOn: on, words, ...data }: AgreePlanDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'trajectory', id }, origin, wished<AgreePlan>({ type: 'AgreePlan', on, data, words }));
  }
}
