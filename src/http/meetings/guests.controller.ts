import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import { meetingId } from '../../kernel/fields.events.js';
import type { MeetingId } from '../../kernel/ids.js';
import type { AnswerInvitation } from '../../meeting/answer-invitation.js';
import type { RecordAttendance } from '../../meeting/record-attendance.js';
import type { RegisterWalkIn } from '../../meeting/register-walk-in.js';
import type { SendInvitation } from '../../meeting/send-invitation.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { AnswerInvitationDto } from './answer-invitation.dto.js';
import { RecordAttendanceDto } from './record-attendance.dto.js';
import { RegisterWalkInDto } from './register-walk-in.dto.js';
import { SendInvitationDto } from './send-invitation.dto.js';
import { InvitationPath } from './invitation-path.dto.js';

/** Who is asked to a meeting, and who comes. */
@ApiTags('meetings')
@Controller('meetings/:meetingId')
export class GuestsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records that an invitation went out. */
  @Appends('invitations', { summary: 'Invite a candidate or an employer', creates: 'invitation' })
  invite(
    @Param('meetingId', { schema: meetingId }) id: MeetingId,
    @Body({ schema: SendInvitationDto }) { sentOn: on, ...data }: SendInvitationDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'meeting', id }, origin, wished<SendInvitation>({ type: 'SendInvitation', on, data }));
  }

  /** Records a yes or a no; the last answer counts. */
  @Appends('invitations/:invitationId/answer', { summary: 'Record the answer to an invitation' })
  answer(
    @Param({ schema: InvitationPath }) { meetingId: id, invitationId }: InvitationPath,
    @Body({ schema: AnswerInvitationDto }) { answeredOn: on, ...data }: AnswerInvitationDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'meeting', id },
      origin,
      wished<AnswerInvitation>({ type: 'AnswerInvitation', on, data: { invitationId, ...data } }),
    );
  }

  /** Registers who came without an invitation; everybody is welcome. */
  @Appends('walk-ins', { summary: 'Register somebody who came without an invitation' })
  walkIn(
    @Param('meetingId', { schema: meetingId }) id: MeetingId,
    @Body({ schema: RegisterWalkInDto }) { cameOn: on, ...data }: RegisterWalkInDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'meeting', id }, origin, wished<RegisterWalkIn>({ type: 'RegisterWalkIn', on, data }));
  }

  /** Records whether somebody who was expected or walked in was there. */
  @Appends('attendance', { summary: 'Record whether somebody was there' })
  attend(
    @Param('meetingId', { schema: meetingId }) id: MeetingId,
    @Body({ schema: RecordAttendanceDto }) { attendedOn: on, ...data }: RecordAttendanceDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'meeting', id },
      origin,
      wished<RecordAttendance>({ type: 'RecordAttendance', on, data }),
    );
  }
}
