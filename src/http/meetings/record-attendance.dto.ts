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
  .meta({
    id: 'RecordAttendance',
    examples: [
      {
        attendedOn: '2019-10-03',
        party: { kind: 'employer', employerId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60' },
        attendance: 'attended',
      },
    ],
  });
export type RecordAttendanceDto = z.output<typeof RecordAttendanceDto>;
