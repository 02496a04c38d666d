import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import type { ConvertPlacement } from '../../../trajectory/employment/convert-placement.js';
import type { ExtendPlacement } from '../../../trajectory/employment/extend-placement.js';
import type { RecordNewJob } from '../../../trajectory/employment/record-new-job.js';
import type { SignContract } from '../../../trajectory/employment/sign-contract.js';
import { ConvertPlacementDto } from './convert-placement.dto.js';
import { ExtendPlacementDto } from './extend-placement.dto.js';
import { PlacementPath } from '../placement/placement-path.dto.js';
import { RecordNewJobDto } from './record-new-job.dto.js';
import { SignContractDto } from './sign-contract.dto.js';

/** How somebody is employed. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class EmploymentController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records a contract of employment that was handed in. */
  @Appends('placements/:placementId/contracts', { summary: 'Record a contract' })
  sign(
    @Param({ schema: PlacementPath }) { trajectoryId: id, placementId }: PlacementPath,
    @Body({ schema: SignContractDto }) { cameInOn: on, words, ...data }: SignContractDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<SignContract>({ type: 'SignContract', on, data: { placementId, ...data }, words }),
    );
  }

  /** Records that a placement goes on for longer than was agreed. */
  @Appends('placements/:placementId/extensions', { summary: 'Extend a placement' })
  extend(
    @Param({ schema: PlacementPath }) { trajectoryId: id, placementId }: PlacementPath,
    @Body({ schema: ExtendPlacementDto }) { extendedOn: on, words, ...data }: ExtendPlacementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ExtendPlacement>({ type: 'ExtendPlacement', on, data: { placementId, ...data }, words }),
    );
  }

  /** Records that a placement goes on as one of another kind. */
  @Appends('placements/:placementId/conversion', { summary: 'Convert a placement' })
  convert(
    @Param({ schema: PlacementPath }) { trajectoryId: id, placementId }: PlacementPath,
    @Body({ schema: ConvertPlacementDto }) { convertedOn: on, words, ...data }: ConvertPlacementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ConvertPlacement>({ type: 'ConvertPlacement', on, data: { placementId, ...data }, words }),
    );
  }

  /** Records that somebody found a job, with or without a match. */
  @Appends('new-jobs', { summary: 'Record a new job' })
  findJob(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordNewJobDto }) { foundOn: on, words, ...data }: RecordNewJobDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordNewJob>({ type: 'RecordNewJob', on, data, words }),
    );
  }
}
