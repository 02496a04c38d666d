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
  .meta({
    id: 'ExpressMeetingInterest',
    examples: [
      {
        expressedOn: '2019-10-03',
        by: 'employer',
        candidateId: '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f',
        employerId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60',
        interested: true,
      },
    ],
  });
export type ExpressMeetingInterestDto = z.output<typeof ExpressMeetingInterestDto>;
