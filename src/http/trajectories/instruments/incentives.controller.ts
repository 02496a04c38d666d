import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import type { GrantIncentive } from '../../../trajectory/instruments/grant-incentive.js';
import type { RecordSanction } from '../../../trajectory/instruments/record-sanction.js';
import { GrantIncentiveDto } from './grant-incentive.dto.js';
import { RecordSanctionDto } from './record-sanction.dto.js';

/** Rewards, and what was imposed. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class IncentivesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records a reward; an amount belongs to the words. */
  @Appends('incentives', { summary: 'Grant an incentive' })
  grant(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: GrantIncentiveDto }) { grantedOn: on, words, ...data }: GrantIncentiveDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<GrantIncentive>({ type: 'GrantIncentive', on, data, words }),
    );
  }

  /** Records what a person decided to impose; an amount belongs to the words. */
  @Appends('sanctions', { summary: 'Record a sanction' })
  impose(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordSanctionDto }) { imposedOn: on, words, ...data }: RecordSanctionDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordSanction>({ type: 'RecordSanction', on, data, words }),
    );
  }
}
