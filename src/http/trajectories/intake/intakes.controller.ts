import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AgreeFollowUp } from '../../../trajectory/intake/agree-follow-up.js';
import type { RecordIntake } from '../../../trajectory/intake/record-intake.js';
import type { RecordMissedIntake } from '../../../trajectory/intake/record-missed-intake.js';
import type { ScheduleIntake } from '../../../trajectory/intake/schedule-intake.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AgreeFollowUpDto } from './agree-follow-up.dto.js';
import { IntakePath } from './intake-path.dto.js';
import { RecordIntakeDto } from './record-intake.dto.js';
import { RecordMissedIntakeDto } from './record-missed-intake.dto.js';
import { ScheduleIntakeDto } from './schedule-intake.dto.js';

/** Talks to get to know somebody. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class IntakesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Plans an intake. */
  @Appends('intakes', { summary: 'Schedule an intake', creates: 'intake' })
  schedule(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: ScheduleIntakeDto }) { scheduledOn: on, words, ...data }: ScheduleIntakeDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ScheduleIntake>({ type: 'ScheduleIntake', on, data, words }),
    );
  }

  /** Records that the candidate did not come to an intake. */
  @Appends('intakes/:intakeId/miss', { summary: 'Record a missed intake' })
  miss(
    @Param({ schema: IntakePath }) { trajectoryId: id, intakeId }: IntakePath,
    @Body({ schema: RecordMissedIntakeDto }) { missedOn: on, words, ...data }: RecordMissedIntakeDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordMissedIntake>({ type: 'RecordMissedIntake', on, data: { intakeId, ...data }, words }),
    );
  }

  /** Records an intake: what somebody can, needs, wants, and what stands in the way. */
  @Appends('intakes/talks', { summary: 'Record an intake' })
  hold(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordIntakeDto }) { heldOn: on, words, ...data }: RecordIntakeDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordIntake>({ type: 'RecordIntake', on, data, words }),
    );
  }

  /** Records the next appointment after a talk. */
  @Appends('intakes/follow-ups', { summary: 'Agree on a next appointment' })
  agreeFollowUp(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AgreeFollowUpDto }) { agreedOn: on, words, ...data }: AgreeFollowUpDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<AgreeFollowUp>({ type: 'AgreeFollowUp', on, data, words }),
    );
  }
}
