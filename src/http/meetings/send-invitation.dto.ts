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
  .meta({
    id: 'SendInvitation',
    examples: [
      {
        sentOn: '2019-09-12',
        invitee: { kind: 'candidate', candidateId: '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f' },
        channel: 'letter',
      },
    ],
  });
export type SendInvitationDto = z.output<typeof SendInvitationDto>;
