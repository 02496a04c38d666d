import { z } from 'zod';
import { invitationId, meetingId } from '../../kernel/fields.events.js';

/** Path of what is done with one invitation. */
export const InvitationPath = z.strictObject({ invitationId, meetingId });
export type InvitationPath = z.output<typeof InvitationPath>;
