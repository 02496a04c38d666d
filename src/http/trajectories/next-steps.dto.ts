import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';

/** Query of `GET /trajectories/{trajectoryId}/next-steps`. */
export const NextStepsQuery = z.strictObject({
  from: day.optional().meta({ description: 'First day; today when absent.' }),
  until: day.optional().meta({ description: 'Last day, at most 92 days in all; today when absent.' }),
});
export type NextStepsQuery = z.output<typeof NextStepsQuery>;

const subject = z.record(z.string(), z.unknown()).meta({ description: 'What it would be about: a sample of the command.' });

const step = z
  .object({
    command: z.string(),
    subject,
    spans: z
      .array(z.object({ from: z.iso.date(), until: z.iso.date() }))
      .meta({ description: 'Days on which it is accepted, both ends included.' }),
  })
  .meta({ id: 'Step' });

const noStep = z
  .object({ command: z.string(), subject: subject.optional(), refusal: z.looseObject({ code: z.string() }) })
  .meta({ id: 'NoStep', description: 'A command that is accepted on none of the days, and why not.' });

/** What may be done now, what may still be entered for past days, and what may not be done and why. */
export const NextStepsDto = z
  .object({ steps: z.object({ now: z.array(step), late: z.array(step), not: z.array(noStep), correctable: z.boolean() }) })
  .meta({ id: 'NextSteps' });
