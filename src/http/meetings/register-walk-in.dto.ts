import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { party } from './party.dto.js';

/** Body of `POST /meetings/{meetingId}/walk-ins`. */
export const RegisterWalkInDto = z
  .strictObject({
    cameOn: day.optional().meta({ description: 'Today when absent; it must be the day of the meeting.' }),
    party,
  })
  .meta({ id: 'RegisterWalkIn' });
export type RegisterWalkInDto = z.output<typeof RegisterWalkInDto>;
