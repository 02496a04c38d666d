import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';

/** Body of `POST /meetings/{meetingId}/holding`. */
export const RecordMeetingHeldDto = z
  .strictObject({
    heldOn: day.optional().meta({ description: 'Today when absent; it must be the day of the meeting.' }),
  })
  .meta({ id: 'RecordMeetingHeld' });
export type RecordMeetingHeldDto = z.output<typeof RecordMeetingHeldDto>;
