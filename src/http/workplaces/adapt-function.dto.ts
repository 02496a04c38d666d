import { z } from 'zod';
import { code, day, publicText } from '../../kernel/fields.events.js';
import { ADAPTATIONS, ADAPTERS } from '../../workplace/workplace.events.js';

/** Body of `POST /workplaces/{workplaceId}/adaptations`. */
export const AdaptFunctionDto = z
  .strictObject({
    adaptedOn: day.optional().meta({ description: 'Today when absent.' }),
    adaptation: z.enum(ADAPTATIONS),
    by: z.enum(ADAPTERS).meta({ description: 'Who worked it out.' }),
    tasks: z.array(publicText).min(1).max(20).readonly().meta({ description: 'All tasks as they are from then on.' }),
    requirements: z.array(code<'requirement'>()).max(20).readonly().default([]),
  })
  .meta({
    id: 'AdaptFunction',
    examples: [{ adaptedOn: '2019-10-01', adaptation: 'job-carving', by: 'uwv', tasks: ['Inpakken'] }],
  });
export type AdaptFunctionDto = z.output<typeof AdaptFunctionDto>;
