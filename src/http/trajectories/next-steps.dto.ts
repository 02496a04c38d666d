import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';

/** Query of `GET /trajectories/{trajectoryId}/next-steps`. */
export const NextStepsQuery = z.strictObject({
  from: day.optional().meta({ description: 'First day; today when absent.' }),
  until: day.optional().meta({ description: 'Last day, at most 92 days in all; today when absent.' }),
});
export type NextStepsQuery = z.output<typeof NextStepsQuery>;

/** What may be done now, what may still be entered for past days, and what may not be done and why. */
export const NextStepsDto = z.object({ steps: z.unknown() }).meta({ id: 'NextSteps' });
