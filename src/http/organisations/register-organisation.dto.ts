import { z } from 'zod';
import { day, publicText } from '../../kernel/fields.events.js';
import { ORGANISATION_KINDS } from '../../organisation/organisation.events.js';

/** Body of `POST /organisations`. */
export const RegisterOrganisationDto = z
  .strictObject({
    registeredOn: day.optional().meta({ description: 'Today when absent.' }),
    kind: z.enum(ORGANISATION_KINDS),
    name: publicText,
  })
  .meta({ id: 'RegisterOrganisation', examples: [{ registeredOn: '2019-09-02', kind: 'school', name: 'Voorbeeldcollege' }] });
export type RegisterOrganisationDto = z.output<typeof RegisterOrganisationDto>;
