import { z } from 'zod';
import { code, day, positive } from '../../kernel/fields.events.js';

/** Body of `POST /organisations/{organisationId}/education-agreements`. */
export const SignEducationAgreementDto = z
  .strictObject({
    signedOn: day.optional().meta({ description: 'Today when absent.' }),
    subjects: z.array(code<'education-subject'>()).min(1).max(20).readonly().meta({ description: 'In the codes of the tenant.' }),
    places: positive.nullable().default(null),
    from: day,
    until: day.nullable().default(null).meta({ description: 'Last day, included; null: no end is known.' }),
  })
  .meta({
    id: 'SignEducationAgreement',
    examples: [{ signedOn: '2019-09-02', subjects: ['praktijkleren'], places: 20, from: '2019-10-01' }],
  });
export type SignEducationAgreementDto = z.output<typeof SignEducationAgreementDto>;
