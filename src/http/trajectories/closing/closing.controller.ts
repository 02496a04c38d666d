import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { CloseTrajectory } from '../../../trajectory/closing/close-trajectory.js';
import type { ReopenTrajectory } from '../../../trajectory/closing/reopen-trajectory.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { CloseTrajectoryDto } from './close-trajectory.dto.js';
import { ReopenTrajectoryDto } from './reopen-trajectory.dto.js';

/** How a trajectory ends. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class ClosingController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Closes a trajectory with one of the results of its programme. */
  @Appends('closure', { summary: 'Close a trajectory' })
  close(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: CloseTrajectoryDto }) { closedOn: on, words, ...data }: CloseTrajectoryDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<CloseTrajectory>({ type: 'CloseTrajectory', on, data, words }),
    );
  }

  /** Undoes a closing by mistake; nothing need be reopened to correct it. */
  @Appends('reopening', { summary: 'Reopen what was closed by mistake' })
  reopen(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: ReopenTrajectoryDto }) { reopenedOn: on, words, ...data }: ReopenTrajectoryDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ReopenTrajectory>({ type: 'ReopenTrajectory', on, data, words }),
    );
  }
}
