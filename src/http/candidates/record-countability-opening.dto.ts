import { z } from 'zod';
import { FACT_SOURCES } from '../../candidate/candidate.events.js';
import { code, day } from '../../kernel/fields.events.js';

/** Body of `POST /candidates/{candidateId}/countability/opening`. */
export const RecordCountabilityOpeningDto = z
  .strictObject({
    toldOn: day.optional().meta({ description: 'Today when absent.' }),
    scheme: code<'scheme'>().meta({ description: 'In the codes of the tenant.' }),
    from: day,
    until: day.nullable().default(null).meta({ description: 'Last day; null: no end is known.' }),
    source: z.enum(FACT_SOURCES).meta({ description: 'Who told it.' }),
  })
  .meta({
    id: 'RecordCountabilityOpening',
    examples: [{ scheme: 'banenafspraak', from: '2019-01-01', until: '2021-12-31', source: 'uwv' }],
  });
export type RecordCountabilityOpeningDto = z.output<typeof RecordCountabilityOpeningDto>;
