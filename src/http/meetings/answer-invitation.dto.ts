import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';

/** Body of `POST /meetings/{meetingId}/invitations/{invitationId}/answer`. */
export const AnswerInvitationDto = z
  .strictObject({
    answeredOn: day.optional().meta({ description: 'Today when absent.' }),
    accepted: z.boolean(),
  })
  .meta({ id: 'AnswerInvitation', examples: [{ answeredOn: '2019-09-20', accepted: true }] });
export type AnswerInvitationDto = z.output<typeof AnswerInvitationDto>;
