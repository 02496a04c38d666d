import { z } from 'zod';
import { BENEFIT_KINDS } from '../../programme/terms.js';
import { day } from '../../kernel/fields.events.js';

/** Body of `POST /programmes/{programmeId}/cohorts`; who belongs to it, the engine counts itself. */
export const FreezeCohortDto = z
  .strictObject({
    frozenOn: day.optional().meta({ description: 'Today when absent.' }),
    benefit: z.enum(BENEFIT_KINDS).meta({ description: 'Who has this benefit on asOf.' }),
    months: z.int().min(0).max(600).meta({ description: 'And had it for at least so many months by then.' }),
    asOf: day,
  })
  .meta({ id: 'FreezeCohort', examples: [{ benefit: 'bijstand', months: 18, asOf: '2019-01-14' }] });
export type FreezeCohortDto = z.output<typeof FreezeCohortDto>;
