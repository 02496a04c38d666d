import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { RecordReturn } from '../../../trajectory/returning/record-return.js';
import type { WithdrawReturn } from '../../../trajectory/returning/withdraw-return.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { RecordReturnDto } from './record-return.dto.js';
import { WithdrawReturnDto } from './withdraw-return.dto.js';

/** What people are told of who came back. It is told on the day on which it is sent. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class ReturnsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records that people were told of a return, on the trajectory that was closed before it. */
  @Appends('returns', { summary: 'Record a return' })
  record(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordReturnDto }) { words, ...data }: RecordReturnDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordReturn>({ type: 'RecordReturn', data, words }),
    );
  }

  /** Records that people were told that it does not hold. */
  @Appends('return-withdrawals', { summary: 'Withdraw a return' })
  withdraw(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: WithdrawReturnDto }) { words, ...data }: WithdrawReturnDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<WithdrawReturn>({ type: 'WithdrawReturn', data, words }),
    );
  }
}
