import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AssignAftercareContact } from '../../../trajectory/aftercare/assign-aftercare-contact.js';
import type { RecordGuidanceSession } from '../../../trajectory/aftercare/record-guidance-session.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AssignAftercareContactDto } from './assign-aftercare-contact.dto.js';
import { RecordGuidanceSessionDto } from './record-guidance-session.dto.js';

/** Who stays in contact, and how somebody is guided. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class AftercareController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Assigns the contact of a placement. */
  @Appends('aftercare-contacts', { summary: 'Assign the contact of a placement' })
  assign(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AssignAftercareContactDto }) { assignedOn: on, words, ...data }: AssignAftercareContactDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<AssignAftercareContact>({ type: 'AssignAftercareContact', on, data, words }),
    );
  }

  /** Records coaching, or guidance on the job. */
  @Appends('guidance-sessions', { summary: 'Record a guidance session' })
  recordGuidance(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordGuidanceSessionDto }) { heldOn: on, words, ...data }: RecordGuidanceSessionDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordGuidanceSession>({ type: 'RecordGuidanceSession', on, data, words }),
    );
  }
}
