import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { ATTENDANCES } from '../../meeting/meeting.events.js';
import { party } from './party.dto.js';

/** Body of `POST /meetings/{meetingId}/attendance`. */
export const RecordAttendanceDto = z
  .strictObject({
    attendedOn: day.optional().meta({ description: 'Today when absent; it must be the day of the meeting.' }),
    party,
    attendance: z.enum(ATTENDANCES),
  })
  .meta({ id: 'RecordAttendance' });
export type RecordAttendanceDto = z.output<typeof RecordAttendanceDto>;
