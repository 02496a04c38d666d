import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { CompleteRetraining } from '../../../trajectory/retraining/complete-retraining.js';
import type { DropRetraining } from '../../../trajectory/retraining/drop-retraining.js';
import type { StartRetraining } from '../../../trajectory/retraining/start-retraining.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { CompleteRetrainingDto } from './complete-retraining.dto.js';
import { DropRetrainingDto } from './drop-retraining.dto.js';
import { RetrainingPath } from './retraining-path.dto.js';
import { StartRetrainingDto } from './start-retraining.dto.js';

/** Learning other or better work. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class RetrainingsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records that a retraining begins. */
  @Appends('retrainings', { summary: 'Start a retraining', creates: 'retraining' })
  start(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: StartRetrainingDto }) { startedOn: on, words, ...data }: StartRetrainingDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<StartRetraining>({ type: 'StartRetraining', on, data, words }),
    );
  }

  /** Records that a retraining is completed. */
  @Appends('retrainings/:retrainingId/completion', { summary: 'Complete a retraining' })
  complete(
    @Param({ schema: RetrainingPath }) { trajectoryId: id, retrainingId }: RetrainingPath,
    @Body({ schema: CompleteRetrainingDto }) { completedOn: on, words, ...data }: CompleteRetrainingDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<CompleteRetraining>({ type: 'CompleteRetraining', on, data: { retrainingId, ...data }, words }),
    );
  }

  /** Records that a retraining was dropped, and why. */
  @Appends('retrainings/:retrainingId/dropping', { summary: 'Record that a retraining was dropped' })
  drop(
    @Param({ schema: RetrainingPath }) { trajectoryId: id, retrainingId }: RetrainingPath,
    @Body({ schema: DropRetrainingDto }) { droppedOn: on, words, ...data }: DropRetrainingDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<DropRetraining>({ type: 'DropRetraining', on, data: { retrainingId, ...data }, words }),
    );
  }
}
