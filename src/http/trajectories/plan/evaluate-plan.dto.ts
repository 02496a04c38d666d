import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { PARTIES } from '../../../programme/terms.js';
import { EVALUATION_OUTCOMES } from '../../../trajectory/plan/plan.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/plans/{planId}/evaluations`. */
export const EvaluatePlanDto = z
  .strictObject({
    evaluatedOn: day.optional().meta({ description: 'Today when absent.' }),
    participants: z.array(z.enum(PARTIES)).min(1).max(PARTIES.length),
    outcome: z.enum(EVALUATION_OUTCOMES),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'EvaluatePlan',
    examples: [{ evaluatedOn: '2019-12-20', participants: ['candidate', 'municipality'], outcome: 'goes-well' }],
  });
export type EvaluatePlanDto = z.output<typeof EvaluatePlanDto>;
