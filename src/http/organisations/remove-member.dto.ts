import { z } from 'zod';
import { day, subject } from '../../kernel/fields.events.js';

/** Body of `POST /organisations/{organisationId}/teams/{teamId}/departures`. */
export const RemoveMemberDto = z
  .strictObject({
    leftOn: day.optional().meta({ description: 'The last day in the team; today when absent.' }),
    subject: subject.meta({ description: 'Who, as tokens name them.' }),
  })
  .meta({ id: 'RemoveMember', examples: [{ subject: 'jd' }] });
export type RemoveMemberDto = z.output<typeof RemoveMemberDto>;
