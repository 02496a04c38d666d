import { Body, Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { ScheduleMeeting } from '../../meeting/schedule-meeting.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { ScheduleMeetingDto } from './schedule-meeting.dto.js';

/** Where candidates and employers meet. */
@ApiTags('meetings')
@Controller('meetings')
export class MeetingsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Schedules a meeting of a programme. */
  @Appends('', { summary: 'Schedule a meeting', creates: 'meeting' })
  schedule(
    @Body({ schema: ScheduleMeetingDto }) { scheduledOn: on, ...data }: ScheduleMeetingDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'meeting', id: null },
      origin,
      wished<ScheduleMeeting>({ type: 'ScheduleMeeting', on, data }),
    );
  }
}
