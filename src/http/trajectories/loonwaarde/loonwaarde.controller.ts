import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import type { DecideLoonwaardeObjection } from '../../../trajectory/loonwaarde/decide-objection.js';
import type { FileLoonwaardeObjection } from '../../../trajectory/loonwaarde/file-objection.js';
import type { MeasureLoonwaarde } from '../../../trajectory/loonwaarde/measure-loonwaarde.js';
import { DecideLoonwaardeObjectionDto } from './decide-objection.dto.js';
import { FileLoonwaardeObjectionDto } from './file-objection.dto.js';
import { MeasureLoonwaardeDto } from './measure-loonwaarde.dto.js';
import { MeasurementPath } from './measurement-path.dto.js';

/** How much of a normal day's work somebody does. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class LoonwaardeController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records a measurement. */
  @Appends('loonwaarde-measurements', { summary: 'Record a loonwaarde measurement', creates: 'measurement' })
  measure(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: MeasureLoonwaardeDto }) { measuredOn: on, words, ...data }: MeasureLoonwaardeDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<MeasureLoonwaarde>({ type: 'MeasureLoonwaarde', on, data, words }),
    );
  }

  /** Records that a side objects to a measurement. */
  @Appends('loonwaarde-measurements/:measurementId/objections', { summary: 'Record an objection' })
  object(
    @Param({ schema: MeasurementPath }) { trajectoryId: id, measurementId }: MeasurementPath,
    @Body({ schema: FileLoonwaardeObjectionDto }) { filedOn: on, words, ...data }: FileLoonwaardeObjectionDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<FileLoonwaardeObjection>({ type: 'FileLoonwaardeObjection', on, data: { measurementId, ...data }, words }),
    );
  }

  /** Records what was decided on an objection. */
  @Appends('loonwaarde-measurements/:measurementId/decisions', { summary: 'Record the decision on an objection' })
  decide(
    @Param({ schema: MeasurementPath }) { trajectoryId: id, measurementId }: MeasurementPath,
    @Body({ schema: DecideLoonwaardeObjectionDto }) { decidedOn: on, words, ...data }: DecideLoonwaardeObjectionDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<DecideLoonwaardeObjection>({ type: 'DecideLoonwaardeObjection', on, data: { measurementId, ...data }, words }),
    );
  }
}
