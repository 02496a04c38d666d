import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { RecordMilestone } from '../../../trajectory/milestones/record-milestone.js';
import type { WithdrawMilestone } from '../../../trajectory/milestones/withdraw-milestone.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { RecordMilestoneDto } from './record-milestone.dto.js';
import { WithdrawMilestoneDto } from './withdraw-milestone.dto.js';

/** What people are told of how far somebody came. It is told on the day on which it is sent. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class MilestonesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records that people were told of a milestone of the programme. */
  @Appends('milestones', { summary: 'Record a milestone' })
  record(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordMilestoneDto }) { words, ...data }: RecordMilestoneDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordMilestone>({ type: 'RecordMilestone', data, words }),
    );
  }

  /** Records that people were told that it does not hold. */
  @Appends('milestone-withdrawals', { summary: 'Withdraw a milestone' })
  withdraw(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: WithdrawMilestoneDto }) { words, ...data }: WithdrawMilestoneDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<WithdrawMilestone>({ type: 'WithdrawMilestone', data, words }),
    );
  }
}
