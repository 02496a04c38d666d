import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { EndPlacement } from '../../../trajectory/placement/end-placement.js';
import type { StartPlacement } from '../../../trajectory/placement/start-placement.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { EndPlacementDto } from './end-placement.dto.js';
import { StartPlacementDto } from './start-placement.dto.js';
import { PlacementPath } from './placement-path.dto.js';

/** Where somebody works. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class PlacementsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records the first day of a placement. */
  @Appends('placements', { summary: 'Start a placement', creates: 'placement' })
  start(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: StartPlacementDto }) { startedOn: on, words, ...data }: StartPlacementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<StartPlacement>({ type: 'StartPlacement', on, data, words }),
    );
  }

  /** Records the last day of a placement, also after the trajectory was closed. */
  @Appends('placements/:placementId/end', { summary: 'End a placement' })
  end(
    @Param({ schema: PlacementPath }) { trajectoryId: id, placementId }: PlacementPath,
    @Body({ schema: EndPlacementDto }) { endedOn: on, words, ...data }: EndPlacementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<EndPlacement>({ type: 'EndPlacement', on, data: { placementId, ...data }, words }),
    );
  }
}
