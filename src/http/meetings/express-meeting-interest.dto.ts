import { z } from 'zod';
import { candidateId, day, employerId } from '../../kernel/fields.events.js';
import { SIDES } from '../../meeting/meeting.events.js';

/** Body of `POST /meetings/{meetingId}/interest`. */
export const ExpressMeetingInterestDto = z
  .strictObject({
    expressedOn: day.optional().meta({ description: 'Today when absent; it must be the day of the meeting.' }),
    by: z.enum(SIDES),
    candidateId,
    employerId,
    interested: z.boolean(),
  })
  .meta({ id: 'ExpressMeetingInterest' });
export type ExpressMeetingInterestDto = z.output<typeof ExpressMeetingInterestDto>;
