import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { CHANNELS } from '../../meeting/meeting.events.js';
import { party } from './party.dto.js';

/** Body of `POST /meetings/{meetingId}/invitations`. */
export const SendInvitationDto = z
  .strictObject({
    sentOn: day.optional().meta({ description: 'Today when absent.' }),
    invitee: party,
    channel: z.enum(CHANNELS),
  })
  .meta({ id: 'SendInvitation' });
export type SendInvitationDto = z.output<typeof SendInvitationDto>;
