import { z } from 'zod';
import { day, publicText } from '../../kernel/fields.events.js';

/** Body of `POST /organisations/{organisationId}/teams`. */
export const FormTeamDto = z
  .strictObject({
    formedOn: day.optional().meta({ description: 'Today when absent.' }),
    name: publicText,
  })
  .meta({ id: 'FormTeam', examples: [{ name: 'Team Werk' }] });
export type FormTeamDto = z.output<typeof FormTeamDto>;
