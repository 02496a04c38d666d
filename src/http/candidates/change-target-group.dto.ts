import { z } from 'zod';
import { FACT_SOURCES, TARGET_GROUPS } from '../../candidate/candidate.events.js';
import { day } from '../../kernel/fields.events.js';

/** Body of `POST /candidates/{candidateId}/target-groups`. */
export const ChangeTargetGroupDto = z
  .strictObject({
    toldOn: day.optional().meta({ description: 'Today when absent.' }),
    group: z.enum(TARGET_GROUPS),
    from: day,
    until: day.nullable().default(null).meta({ description: 'Last day; null: no end is known.' }),
    source: z.enum(FACT_SOURCES).meta({ description: 'Who told it.' }),
  })
  .meta({ id: 'ChangeTargetGroup', examples: [{ group: 'banenafspraak', from: '2019-01-01', source: 'uwv' }] });
export type ChangeTargetGroupDto = z.output<typeof ChangeTargetGroupDto>;
