import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import { meetingId } from '../../kernel/fields.events.js';
import type { MeetingId } from '../../kernel/ids.js';
import type { CancelMeeting } from '../../meeting/cancel-meeting.js';
import type { ExpressMeetingInterest } from '../../meeting/express-meeting-interest.js';
import type { RecordMeetingHeld } from '../../meeting/record-meeting-held.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { CancelMeetingDto } from './cancel-meeting.dto.js';
import { ExpressMeetingInterestDto } from './express-meeting-interest.dto.js';
import { RecordMeetingHeldDto } from './record-meeting-held.dto.js';

/** What becomes of a meeting. */
@ApiTags('meetings')
@Controller('meetings/:meetingId')
export class MeetingDayController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records a yes or a no of one side; a match needs both. */
  @Appends('interest', { summary: 'Record what one who met said of the other' })
  expressInterest(
    @Param('meetingId', { schema: meetingId }) id: MeetingId,
    @Body({ schema: ExpressMeetingInterestDto }) { expressedOn: on, ...data }: ExpressMeetingInterestDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'meeting', id },
      origin,
      wished<ExpressMeetingInterest>({ type: 'ExpressMeetingInterest', on, data }),
    );
  }

  /** Records that the meeting took place. */
  @Appends('holding', { summary: 'Record that the meeting took place' })
  hold(
    @Param('meetingId', { schema: meetingId }) id: MeetingId,
    @Body({ schema: RecordMeetingHeldDto }) { heldOn: on, ...data }: RecordMeetingHeldDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'meeting', id },
      origin,
      wished<RecordMeetingHeld>({ type: 'RecordMeetingHeld', on, data }),
    );
  }

  /** Cancels the meeting; nobody is then a no-show. */
  @Appends('cancellation', { summary: 'Cancel the meeting' })
  cancel(
    @Param('meetingId', { schema: meetingId }) id: MeetingId,
    @Body({ schema: CancelMeetingDto }) { cancelledOn: on, ...data }: CancelMeetingDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'meeting', id }, origin, wished<CancelMeeting>({ type: 'CancelMeeting', on, data }));
  }
}
