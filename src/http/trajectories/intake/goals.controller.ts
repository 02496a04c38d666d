import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { ChangeGoal } from '../../../trajectory/intake/change-goal.js';
import type { SetGoal } from '../../../trajectory/intake/set-goal.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { ChangeGoalDto } from './change-goal.dto.js';
import { SetGoalDto } from './set-goal.dto.js';

/** What a trajectory aims at. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class GoalsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Sets the first goal. */
  @Appends('goals', { summary: 'Set the goal' })
  set(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: SetGoalDto }) { setOn: on, words, ...data }: SetGoalDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'trajectory', id }, origin, wished<SetGoal>({ type: 'SetGoal', on, data, words }));
  }

  /** Changes the goal, with the reason. */
  @Appends('goal-changes', { summary: 'Change the goal' })
  change(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: ChangeGoalDto }) { changedOn: on, words, ...data }: ChangeGoalDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ChangeGoal>({ type: 'ChangeGoal', on, data, words }),
    );
  }
}
