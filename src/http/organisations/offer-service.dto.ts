import { z } from 'zod';
import { code, day, publicText } from '../../kernel/fields.events.js';

/** Body of `POST /organisations/{organisationId}/services`. */
export const OfferServiceDto = z
  .strictObject({
    offeredOn: day.optional().meta({ description: 'Today when absent.' }),
    service: code<'service'>().meta({ description: 'In the codes of the tenant.' }),
    name: publicText,
  })
  .meta({ id: 'OfferService', examples: [{ service: 'job-coaching', name: 'Jobcoaching' }] });
export type OfferServiceDto = z.output<typeof OfferServiceDto>;
