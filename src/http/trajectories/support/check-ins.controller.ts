import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { RecordCheckIn } from '../../../trajectory/support/record-check-in.js';
import type { RecordMissedCheckIn } from '../../../trajectory/support/record-missed-check-in.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { RecordCheckInDto } from './record-check-in.dto.js';
import { RecordMissedCheckInDto } from './record-missed-check-in.dto.js';

/** How it goes at work. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class CheckInsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records a conversation; it settles the follow-up that asked for it. */
  @Appends('check-ins', { summary: 'Record a check-in' })
  record(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordCheckInDto }) { heldOn: on, words, ...data }: RecordCheckInDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordCheckIn>({ type: 'RecordCheckIn', on, data, words }),
    );
  }

  /** Records that nobody was reached; the follow-up stays open. */
  @Appends('missed-check-ins', { summary: 'Record a check-in that did not come about' })
  recordMissed(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordMissedCheckInDto }) { missedOn: on, words, ...data }: RecordMissedCheckInDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordMissedCheckIn>({ type: 'RecordMissedCheckIn', on, data, words }),
    );
  }
}
