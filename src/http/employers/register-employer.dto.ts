import { z } from 'zod';
import { LEGAL_FORMS, namesPersons, SECTORS, SIZE_CLASSES } from '../../employer/employer.events.js';
import { day } from '../../kernel/fields.events.js';
import { isPublicText } from '../../kernel/public-text.js';

const EmployerWords = z
  .strictObject({
    contactName: z.string().min(1).max(200),
    contactEmail: z.email('is no e-mail address').max(254).optional(),
    contactTelephone: z
      .string()
      .regex(/^\+?[0-9][0-9 ()-]{6,24}$/, 'is no telephone number')
      .optional(),
  })
  .meta({ id: 'EmployerWords', description: 'Who speaks for the employer. It is sealed.' });

/** Body of `POST /employers`. */
export const RegisterEmployerDto = z
  .strictObject({
    registeredOn: day.optional().meta({ description: 'Today when absent.' }),
    legalForm: z.enum(LEGAL_FORMS),
    sector: z.enum(SECTORS),
    sizeClass: z.enum(SIZE_CLASSES),
    name: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'Sealed where the legal form is one behind which persons stand, else in the clear.' }),
    words: EmployerWords,
  })
  .refine(({ legalForm, name }) => namesPersons(legalForm) || isPublicText(name), {
    path: ['name'],
    error: 'holds what points at a person, which the name of such a firm may not',
  })
  .meta({
    id: 'RegisterEmployer',
    examples: [
      {
        registeredOn: '2019-09-02',
        legalForm: 'bv',
        sector: 'industry',
        sizeClass: '10-49',
        name: 'Voorbeeld Metaal BV',
        words: { contactName: 'Kim Voorbeeld' },
      },
    ],
  });
export type RegisterEmployerDto = z.output<typeof RegisterEmployerDto>;
