import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { party } from './party.dto.js';

/** Body of `POST /meetings/{meetingId}/walk-ins`. */
export const RegisterWalkInDto = z
  .strictObject({
    cameOn: day.optional().meta({ description: 'Today when absent; it must be the day of the meeting.' }),
    party,
  })
  .meta({
    id: 'RegisterWalkIn',
    examples: [{ cameOn: '2019-10-03', party: { kind: 'candidate', candidateId: '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f' } }],
  });
export type RegisterWalkInDto = z.output<typeof RegisterWalkInDto>;
