import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';

/** Body of `POST /meetings/{meetingId}/holding`. */
export const RecordMeetingHeldDto = z
  .strictObject({
    heldOn: day.optional().meta({ description: 'Today when absent; it must be the day of the meeting.' }),
  })
  .meta({ id: 'RecordMeetingHeld', examples: [{ heldOn: '2019-10-03' }] });
export type RecordMeetingHeldDto = z.output<typeof RecordMeetingHeldDto>;
