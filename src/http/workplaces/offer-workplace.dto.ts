import { z } from 'zod';
import { code, day, employerId, publicText } from '../../kernel/fields.events.js';
import { PLACEMENT_KINDS } from '../../programme/terms.js';

/** Body of `POST /workplaces`. */
export const OfferWorkplaceDto = z
  .strictObject({
    offeredOn: day.optional().meta({ description: 'Today when absent.' }),
    employerId,
    kind: z.enum(PLACEMENT_KINDS),
    tasks: z.array(publicText).min(1).max(20).readonly().meta({ description: 'What has to be done there, about no person.' }),
    hoursPerWeek: z.number().min(0.5).max(60).multipleOf(0.5),
    area: code<'area'>().nullable().default(null).meta({ description: 'Where it is, in a code of the tenant.' }),
    requirements: z
      .array(code<'requirement'>())
      .max(20)
      .readonly()
      .default([])
      .meta({ description: 'What somebody must be able to do or have, in codes of the tenant.' }),
    accommodations: z
      .array(code<'accommodation'>())
      .max(20)
      .readonly()
      .default([])
      .meta({ description: 'What can be adapted there, in codes of the tenant.' }),
    department: code<'department'>().nullable().default(null),
  })
  .meta({
    id: 'OfferWorkplace',
    examples: [
      {
        offeredOn: '2019-09-20',
        employerId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60',
        kind: 'job',
        tasks: ['Onderdelen sorteren', 'Inpakken'],
        hoursPerWeek: 24,
        area: 'terborg',
        requirements: ['standing-work'],
        accommodations: ['quiet-room'],
      },
    ],
  });
export type OfferWorkplaceDto = z.output<typeof OfferWorkplaceDto>;
