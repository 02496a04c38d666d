import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';

/** Query of `GET /trajectories/{trajectoryId}/next-steps`. */
export const NextStepsQuery = z.strictObject({
  from: day.optional().meta({ description: 'First day; today when absent.' }),
  until: day.optional().meta({ description: 'Last day, at most 92 days in all; today when absent.' }),
});
export type NextStepsQuery = z.output<typeof NextStepsQuery>;

const subject = z.record(z.string(), z.unknown()).meta({
  description:
    'What it would be about, as a sample that is accepted or refused as told: the ids in it are real (which match, which placement), the rest (a reason, a day, a rating) is an example to be replaced by what is so.',
});

const step = z
  .object({
    command: z.string().meta({ description: 'The name of the command, such as RecordCheckIn.' }),
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
  .object({
    steps: z.object({
      now: z
        .array(step)
        .meta({ description: 'Accepted today, where today is among the days that are asked about; maybe on earlier days too.' }),
      late: z.array(step).meta({ description: 'Accepted on earlier days only: what may still be entered late.' }),
      not: z.array(noStep).meta({ description: 'Accepted on none of the days, with the refusal of the last of them.' }),
      correctable: z.boolean().meta({
        description: 'Whether there is anything to correct, at `corrections`; what a correction may do is not tried beforehand.',
      }),
    }),
  })
  .meta({ id: 'NextSteps' });
