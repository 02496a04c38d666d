import { z } from 'zod';
import { day, subject } from '../../kernel/fields.events.js';
import { TEAM_ROLES } from '../../organisation/organisation.events.js';

/** Body of `POST /organisations/{organisationId}/teams/{teamId}/members`. */
export const AddMemberDto = z
  .strictObject({
    joinedOn: day.optional().meta({ description: 'Today when absent.' }),
    subject: subject.meta({ description: 'Who, as tokens name them.' }),
    role: z.enum(TEAM_ROLES),
  })
  .meta({ id: 'AddMember', examples: [{ subject: 'jd', role: 'caseworker' }] });
export type AddMemberDto = z.output<typeof AddMemberDto>;
