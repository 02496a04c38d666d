import { z } from 'zod';
import { code, day, positive } from '../../kernel/fields.events.js';

/** Body of `POST /organisations/{organisationId}/education-agreements/{agreementId}/amendments`. */
export const AmendEducationAgreementDto = z
  .strictObject({
    amendedOn: day.optional().meta({ description: 'Today when absent.' }),
    subjects: z.array(code<'education-subject'>()).min(1).max(20).readonly().meta({ description: 'In the codes of the tenant.' }),
    places: positive.nullable().default(null),
    from: day,
    until: day.nullable().default(null).meta({ description: 'Last day, included; null: no end is known.' }),
  })
  .meta({ id: 'AmendEducationAgreement', examples: [{ subjects: ['praktijkleren', 'taal'], places: 30, from: '2020-01-01' }] });
export type AmendEducationAgreementDto = z.output<typeof AmendEducationAgreementDto>;
