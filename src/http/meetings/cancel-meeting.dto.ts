import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { CANCELLATIONS } from '../../meeting/meeting.events.js';

/** Body of `POST /meetings/{meetingId}/cancellation`. */
export const CancelMeetingDto = z
  .strictObject({
    cancelledOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(CANCELLATIONS),
  })
  .meta({ id: 'CancelMeeting', examples: [{ cancelledOn: '2020-03-12', reason: 'public-health' }] });
export type CancelMeetingDto = z.output<typeof CancelMeetingDto>;
