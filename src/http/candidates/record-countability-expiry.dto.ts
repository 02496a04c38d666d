import { z } from 'zod';
import { FACT_SOURCES } from '../../candidate/candidate.events.js';
import { code, day } from '../../kernel/fields.events.js';

/** Body of `POST /candidates/{candidateId}/countability/expiry`. */
export const RecordCountabilityExpiryDto = z
  .strictObject({
    toldOn: day.optional().meta({ description: 'Today when absent.' }),
    scheme: code<'scheme'>().meta({ description: 'In the codes of the tenant.' }),
    from: day,
    until: day.meta({ description: 'The last day on which this person counted.' }),
    source: z.enum(FACT_SOURCES).meta({ description: 'Who told it.' }),
  })
  .meta({
    id: 'RecordCountabilityExpiry',
    examples: [{ scheme: 'banenafspraak', from: '2019-01-01', until: '2021-12-31', source: 'uwv' }],
  });
export type RecordCountabilityExpiryDto = z.output<typeof RecordCountabilityExpiryDto>;
