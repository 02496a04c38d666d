import { z } from 'zod';
import { day, positive } from '../../kernel/fields.events.js';
import { TARGET_MEASURES } from '../../programme/programme.events.js';

/** Body of `POST /programmes/{programmeId}/targets`. */
export const SetTargetDto = z
  .strictObject({
    setOn: day.optional().meta({ description: 'Today when absent.' }),
    year: z.int().min(2000).max(2199),
    measure: z.enum(TARGET_MEASURES).meta({ description: 'What is counted: distinct persons of that calendar year.' }),
    count: positive,
  })
  .meta({ id: 'SetTarget', examples: [{ setOn: '2019-01-14', year: 2019, measure: 'from-benefit-into-job', count: 500 }] });
export type SetTargetDto = z.output<typeof SetTargetDto>;
